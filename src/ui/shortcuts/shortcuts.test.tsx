import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shortcutKeys } from '../state/preferences.ts';
import { SHORTCUT_KEYS, listenToShortcuts } from './shortcuts.ts';
import type { ShortcutAction } from './shortcuts.ts';

let performed: ShortcutAction[] = [];
let stop = (): void => undefined;

function press(key: string, on: Element = document.body, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  on.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  performed = [];
  shortcutKeys.value = 'on';
  document.body.innerHTML = '';
  stop = listenToShortcuts(document, (action) => performed.push(action));
});
afterEach(() => stop());

describe('shortcuts', () => {
  it('each key of the list does what it says, and the browser does nothing with it', () => {
    for (const key of Object.keys(SHORTCUT_KEYS)) expect(press(key).defaultPrevented).toBe(true);
    expect(performed).toEqual(Object.values(SHORTCUT_KEYS));
  });

  it('other keys are left alone', () => {
    expect(press('x').defaultPrevented).toBe(false);
    expect(performed).toEqual([]);
  });

  it.each(['input', 'textarea', 'select'])('typing in a %s is typing', (name) => {
    const field = document.body.appendChild(document.createElement(name));
    press('/', field);
    expect(performed).toEqual([]);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('with %s a key belongs to the browser', (modifier) => {
    press('d', document.body, { [modifier]: true });
    expect(performed).toEqual([]);
  });

  it('an open dialog has the keyboard for itself', () => {
    document.body.innerHTML = '<dialog open></dialog>';
    press('j');
    expect(performed).toEqual([]);
  });

  it('what somebody has handled already is handled', () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.addEventListener('keydown', (event) => event.preventDefault());
    press('j', button);
    expect(performed).toEqual([]);
  });

  it('switched off, single keys do nothing', () => {
    shortcutKeys.value = 'off';
    press('?');
    expect(performed).toEqual([]);
  });
});
