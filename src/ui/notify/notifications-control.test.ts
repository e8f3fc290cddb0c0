import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createNotificationsControl } from './notifications-control.ts';
import type { AskOutcome, PermissionState } from './permission.ts';
import { text } from '../text/text.ts';

const words = text().shell.notifications;

function setUp(given: { state?: PermissionState; answer?: AskOutcome; enabled?: boolean } = {}) {
  const state = signal<PermissionState>(given.state ?? 'default');
  const isEnabled = signal(given.enabled ?? false);
  const changes: boolean[] = [];
  const control = createNotificationsControl({
    permission: {
      state,
      reread: () => state.value,
      ask: async () => {
        const answer = given.answer ?? { type: 'answered', state: state.value };
        if (answer.type === 'answered') state.value = answer.state;
        return answer;
      },
    },
    isEnabled,
    changeEnabled: (value) => void changes.push(value),
  });
  return { control, state, isEnabled, changes };
}

describe('the notifications button', () => {
  it.each<[PermissionState, boolean, string]>([
    ['default', false, 'off'],
    ['default', true, 'off'],
    ['granted', false, 'off'],
    ['granted', true, 'on'],
    ['denied', true, 'denied'],
    ['needs-install', false, 'needs-install'],
    ['unsupported', false, 'unsupported'],
  ])('permission %s with the setting %s shows %s', (state, enabled, shown) => {
    expect(setUp({ state, enabled }).control.state.value).toBe(shown);
  });

  it('turns the setting on once the user allows', async () => {
    const { control, changes } = setUp({ answer: { type: 'answered', state: 'granted' } });
    await control.press();
    expect(changes).toEqual([true]);
    expect(control.hint.value).toBeNull();
  });

  it('turns the setting on without asking where it is allowed already', async () => {
    const { control, changes } = setUp({ state: 'granted' });
    await control.press();
    expect(changes).toEqual([true]);
  });

  it('turns the setting off by a second click', async () => {
    const { control, changes } = setUp({ state: 'granted', enabled: true });
    await control.press();
    expect(changes).toEqual([false]);
  });

  it.each<[string, PermissionState, string]>([
    ['closed without an answer', 'default', words.closed],
    ['denied', 'denied', words.denied],
    ['not possible in an iOS tab', 'needs-install', words.needsInstall],
    ['not possible here', 'unsupported', words.unsupported],
  ])('says what to do when it was %s', async (_fact, state, hint) => {
    const { control, changes } = setUp({ answer: { type: 'answered', state } });
    await control.press();
    expect(control.hint.value).toBe(hint);
    expect(changes).toEqual([]);
  });

  it('closes the words by a second click', async () => {
    const { control } = setUp({ state: 'denied' });
    await control.press();
    await control.press();
    expect(control.hint.value).toBeNull();
  });

  it('says that it waits for the answer', () => {
    const { control } = setUp({ answer: { type: 'answered', state: 'granted' } });
    const pressed = control.press();
    expect(control.hint.value).toBe(words.asking);
    return pressed;
  });

  it('says why it could not ask', async () => {
    const { control } = setUp({ answer: { type: 'failed', reason: 'no gesture' } });
    await control.press();
    expect(control.hint.value).toBe(words.askFailed('no gesture'));
  });

  it('drops its words when notifications are on', async () => {
    const { control, state, isEnabled } = setUp({ state: 'denied' });
    await control.press();
    state.value = 'granted';
    isEnabled.value = true;
    expect(control.hint.value).toBeNull();
  });
});
