import {
  act as actOnce,
  cleanup,
  fireEvent,
  render,
  screen,
  within,
} from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settle } from '../../testing/fake-clock.ts';
import { DeviceContext } from '../device-context.ts';
import { startEngine } from '../engine-client.ts';
import type { NotificationsState } from '../notify/notifications-control.ts';
import type { SoundState } from '../sound/bell.ts';
import { apply } from '../state/apply.ts';
import { connection } from '../state/connection.ts';
import { isDemo, limitations } from '../state/engine.ts';
import { health } from '../state/health.ts';
import { activeTab } from '../state/layout.ts';
import { createFakeDevice } from '../testing/fake-device.ts';
import type { FakeDevice } from '../testing/fake-device.ts';
import { aConnection, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { aReport, A_STREAM, WELL } from '../testing/readiness-facts.ts';
import type { BrowserAccess } from './browser-access.ts';
import type { BrowserFacts } from './page-facts.ts';
import { ReadinessChecker } from './ReadinessDialog.tsx';
import { ENGINE_PATIENCE_MS } from './readiness-run.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
let engine: FakeEngine;
let stop: () => void;
let facts: BrowserFacts;
let agreesToKeep: boolean;
let copied: string[];
let mayCopy: boolean;
let fake: FakeDevice;
let tests: number;
const browser: BrowserAccess = {
  read: () => Promise.resolve(facts),
  keepStorage: () => Promise.resolve(agreesToKeep),
  showTestNotification() {
    tests += 1;
    return tests > 1 ? Promise.reject(new Error('hidden')) : Promise.resolve();
  },
  copy(words) {
    if (!mayCopy) return Promise.reject(new Error('denied'));
    copied.push(words);
    return Promise.resolve();
  },
};

/** Does something, and lets every answer that it brings arrive. */
const act = async (work: () => void): Promise<void> => {
  await actOnce(async () => {
    work();
    await settle();
  });
  // What is done when something is drawn is done at the end of the first.
  await actOnce(settle);
};
const questions = () =>
  engine.sent.flatMap((command) => (command.type === 'checkReadiness' ? [command.requestId] : []));
const answer = (report = aReport()) =>
  act(() => {
    const requestId = questions().at(-1) ?? 0;
    apply({ type: 'readinessChecked', requestId, readiness: report });
  });
const row = (title: string) => {
  const found = screen.getAllByRole('listitem').find((item) => {
    const heading = within(item).queryByRole('heading', { level: 4 });
    return heading?.firstChild?.textContent === title;
  });
  if (!found) throw new Error(`no line ${title}`);
  return found;
};
const gradeOf = (title: string) => row(title).dataset['grade'];
const headline = () => within(screen.getAllByRole('status')[0] as HTMLElement).getByRole('heading');
const click = (name: string) =>
  act(() => void fireEvent.click(screen.getByRole('button', { name })));
const open = () =>
  act(() => {
    render(
      <DeviceContext.Provider value={fake.device}>
        <ReadinessChecker browser={browser} />
      </DeviceContext.Provider>,
    );
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  connection.value = aConnection();
  health.value = null;
  limitations.value = {};
  isDemo.value = false;
  facts = WELL;
  agreesToKeep = true;
  copied = [];
  mayCopy = true;
  fake = createFakeDevice();
  tests = 0;
});
afterEach(() => {
  cleanup();
  stop();
  isDemo.value = false;
  vi.useRealTimers();
});

describe('the check', () => {
  it('starts when it opens, and knows nothing before it has answers', async () => {
    await open();
    expect(questions()).toHaveLength(1);
    expect(headline().textContent).toContain('Checking');
    expect(gradeOf('Stream addresses')).toBe('checking');
    await answer();
    expect(headline().textContent).toBe('Ready: you will be told');
    expect(screen.getByText('Nothing stands in the way.')).toBeTruthy();
  });

  it('runs again on request, and forgets what it had found', async () => {
    await open();
    expect(screen.getByRole('button', { name: 'Checking…' })).toHaveProperty('disabled', true);
    await answer();
    await click('Run again');
    expect(questions()).toHaveLength(2);
    expect(gradeOf('Clock')).toBe('checking');
    await answer(aReport({ clock: { skewMs: 0, errorMs: 5 } }));
    expect(row('Clock').textContent).toContain('0 ms ahead of the exchange, ± 5 ms');
  });

  it('says so where the engine does not answer, and takes its answer when it comes after all', async () => {
    await open();
    await act(() => void vi.advanceTimersByTime(ENGINE_PATIENCE_MS));
    expect(gradeOf('Exchange')).toBe('problem');
    expect(headline().textContent).toBe('1 thing stands in the way');
    await answer();
    expect(headline().textContent).toBe('Ready: you will be told');
  });

  it('says by words and by signs how each line stands', async () => {
    fake.notifications.value = 'denied';
    await open();
    await answer();
    expect(within(row('Notifications')).getByText('Problem:')).toBeTruthy();
    expect(within(row('Sound')).getByText('Good:')).toBeTruthy();
    const shape = (title: string) => row(title).querySelector('path')?.getAttribute('d');
    expect(shape('Notifications')).not.toBe(shape('Sound'));
  });
});

describe('the headline', () => {
  it('counts what stands in the way, and leads there', async () => {
    fake.notifications.value = 'off';
    fake.sound.value = 'blocked';
    await open();
    await answer();
    expect(headline().textContent).toBe('2 things stand in the way');
    await click('Sound');
    expect(document.activeElement).toBe(row('Sound'));
  });

  it('promises on a phone only what a phone can keep', async () => {
    facts = { ...WELL, host: 'android' };
    await open();
    await answer();
    expect(headline().textContent).toBe('Ready: you will be told while Tocsin is on screen');
    expect(row('In the background').textContent).toContain('within a minute');
  });

  it('does not take the demo for the market', async () => {
    isDemo.value = true;
    await open();
    await answer(aReport({ isDemo: true, endpoints: [], clock: null }));
    expect(headline().textContent).toBe('Ready, for the demo: no real price is watched');
    expect(row('Exchange').textContent).toContain('generated in this browser');
    expect(() => row('Stream addresses')).toThrow('no line');
  });

  it('is not ready where no rule can fire', async () => {
    apply(anEngineStart({ rules: [] }));
    connection.value = aConnection();
    await open();
    await answer();
    expect(headline().textContent).toBe('1 thing stands in the way');
    await click('Show rules');
    expect(activeTab.value).toBe('rules');
  });
});

describe('an action', () => {
  it.each<[NotificationsState, SoundState, string, string]>([
    ['off', 'on', 'Enable notifications', 'notifications'],
    ['on', 'blocked', 'Unlock sound', 'sound'],
    ['on', 'off', 'Turn sound on', 'sound'],
    ['on', 'on', 'Ring once', 'ring'],
  ])('with notifications %s and sound %s is %s', async (allowed, heard, name, done) => {
    fake.notifications.value = allowed;
    fake.sound.value = heard;
    await open();
    await click(name);
    expect(fake.pressed).toEqual([done]);
  });

  it('on sound is no gesture that unlocks: its own click decides', async () => {
    fake.sound.value = 'blocked';
    await open();
    const button = screen.getByRole('button', { name: 'Unlock sound' });
    expect(button.hasAttribute('data-sound-button')).toBe(true);
  });

  it('shows what came of it', async () => {
    await open();
    await click('Send a test');
    expect(row('Notifications').textContent).toContain('Sent.');
    await click('Send a test');
    expect(row('Notifications').textContent).toContain('could not be shown: Error: hidden');
  });

  it('takes effect on its line at once', async () => {
    fake.notifications.value = 'off';
    await open();
    expect(gradeOf('Notifications')).toBe('problem');
    await act(() => void (fake.notifications.value = 'on'));
    expect(gradeOf('Notifications')).toBe('good');
  });

  it('installs', async () => {
    facts = { ...WELL, isInstalled: false };
    fake.install.value = 'offered';
    await open();
    await click('Install app');
    expect(fake.pressed).toEqual(['install']);
  });

  it('asks the browser to keep what is stored, and says where it declines', async () => {
    facts = { ...WELL, storage: { isPersistent: false, room: null } };
    agreesToKeep = false;
    await open();
    expect(gradeOf('Storage')).toBe('note');
    await click('Keep storage');
    expect(row('Storage').textContent).toContain('the browser has declined');
    agreesToKeep = true;
    facts = WELL;
    await click('Keep storage');
    expect(gradeOf('Storage')).toBe('good');
    expect(row('Storage').textContent).toContain('1.2 MB of 2.0 GB used.');
  });
});

describe('the report', () => {
  it('is copied as text with every line', async () => {
    fake.sound.value = 'off';
    await open();
    await answer();
    await click('Copy as text');
    const [report] = copied;
    expect(report).toContain('Tocsin readiness, 2025-11-22 14:00:00 UTC');
    expect(report).toContain('Ready: you will be told');
    expect(report).toContain('Browser: Test/1.0');
    expect(report).toContain('[note] Sound: Switched off');
    expect(report).toContain(`[good] ${A_STREAM}: Open after 84 ms`);
    expect(screen.getByText('The report is on the clipboard.')).toBeTruthy();
  });

  it('is shown to be copied by hand where the clipboard is denied', async () => {
    mayCopy = false;
    await open();
    await answer();
    await click('Copy as text');
    const field = screen.getByRole('textbox', { name: 'The report as text' });
    expect((field as HTMLTextAreaElement).value).toContain('Tocsin readiness');
  });
});
