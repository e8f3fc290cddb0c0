import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import { DeviceContext } from '../device-context.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { engineStarts } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { createFakeDevice } from '../testing/fake-device.ts';
import type { FakeDevice } from '../testing/fake-device.ts';
import { anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { FirstRun } from './FirstRun.tsx';
import { firstRun, forgetVisit, openFirstRun } from './visit.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;

let engine: FakeEngine;
let fake: FakeDevice;
let stop: () => void;

// What is fetched on demand is there at once.
beforeAll(() => import('./FirstRunCard.tsx'));
beforeEach(() => {
  localStorage.clear();
  forgetVisit();
  engineStarts.value = 0;
  engine = createFakeEngine();
  fake = createFakeDevice();
  fake.notifications.value = 'off';
  stop = startEngine(() => engine, START);
});
afterEach(() => {
  cleanup();
  stop();
});

const draw = async () => {
  apply(anEngineStart());
  render(
    <DeviceContext.Provider value={fake.device}>
      <FirstRun />
    </DeviceContext.Provider>,
  );
  await screen.findByRole('region', { name: 'First steps' });
};
const card = () => screen.queryByRole('region', { name: 'First steps' });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const step = (title: RegExp) => screen.getByRole('heading', { name: title });

describe('the first steps', () => {
  it('are ticked where it is so already, and say what is left', async () => {
    await draw();
    expect(screen.getByText('2 of 3 done')).toBeTruthy();
    expect(step(/What to watch.*done/)).toBeTruthy();
    expect(step(/What to be told of.*done/)).toBeTruthy();
    expect(step(/How to be told.*still to do/)).toBeTruthy();
  });

  it('add and remove symbols with a touch', async () => {
    await draw();
    const chip = (name: string) => screen.getByRole('button', { name });
    expect(chip('BTC').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(chip('BTC'));
    expect(engine.sent.at(-1)).toEqual({ type: 'unwatchSymbol', symbol: 'BTCUSDT' });
    fireEvent.click(chip('SOL'));
    expect(engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'SOLUSDT' });
  });

  it('switch rules on and off in pairs, by plain words', async () => {
    await draw();
    press('A burst of trading');
    expect(engine.sent.slice(-2)).toMatchObject([
      { type: 'saveRule', rule: { id: 'volume-spike-up', isEnabled: true } },
      { type: 'saveRule', rule: { id: 'volume-spike-down', isEnabled: true } },
    ]);
    press('All rules…');
    expect(activeTab.value).toBe('rules');
  });

  it('turn notifications on and let the bell be heard', async () => {
    await draw();
    press('Turn notifications on');
    press('Hear the bell');
    expect(fake.pressed).toEqual(['notifications', 'ring']);
    expect(await screen.findByText('That was the bell.')).toBeTruthy();
  });

  it('unlock a bell that the browser holds back', async () => {
    fake.sound.value = 'blocked';
    await draw();
    press('Hear the bell');
    expect(fake.pressed).toEqual(['sound']);
  });

  it.each([
    ['denied', /told to block notifications/],
    ['needs-install', /Home Screen/],
    ['unsupported', /cannot show notifications/],
  ] as const)('say what to do where notifications are %s', async (state, words) => {
    fake.notifications.value = state;
    await draw();
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Turn notifications on' })).toBeNull();
  });

  it('say so when all is done, and go when that was read', async () => {
    await draw();
    act(() => {
      fake.notifications.value = 'on';
    });
    expect(screen.getByText(/^All set: 2 symbols watched by 6 rules/)).toBeTruthy();
    press('Done');
    expect(card()).toBeNull();
  });

  it('are not shown where all is done on arrival', async () => {
    fake.notifications.value = 'on';
    apply(anEngineStart());
    render(
      <DeviceContext.Provider value={fake.device}>
        <FirstRun />
      </DeviceContext.Provider>,
    );
    await act(() => Promise.resolve());
    expect(card()).toBeNull();
  });

  it('closed once, stay closed, until they are asked for', async () => {
    await draw();
    press('Do not show this again');
    expect(card()).toBeNull();
    forgetVisit();
    expect(firstRun()).toBe('closed');
    act(() => openFirstRun());
    expect(await screen.findByRole('region', { name: 'First steps' })).toBeTruthy();
  });

  it('take no name that something else on the page has', async () => {
    await draw();
    const names = within(card() as HTMLElement)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '');
    const taken = [
      'Enable notifications',
      'Dismiss',
      'Settings',
      ...READY_MADE_RULES.map((r) => r.name),
    ];
    expect(names.filter((name) => taken.some((other) => name.includes(other)))).toEqual([]);
  });
});
