import { describe, expect, it } from 'vitest';
import {
  chooseWindow,
  dismissFromNotification,
  openFromNotification,
  parseTarget,
} from './notification-click.ts';
import type { AppWindow, PageMessage } from './notification-click.ts';

const SCOPE = 'https://host.example/tocsin/';
const ALERT = { id: 'rsi:BTCUSDT:1h:1700000000000:BUY', url: SCOPE };
const LINK = `${SCOPE}#alert=rsi%3ABTCUSDT%3A1h%3A1700000000000%3ABUY`;

function fakeWindow(given: Partial<AppWindow> = {}) {
  const posted: PageMessage[] = [];
  let focusCount = 0;
  return {
    url: SCOPE,
    focused: false,
    visibilityState: 'hidden',
    focus: async () => void (focusCount += 1),
    postMessage: (message: PageMessage) => void posted.push(message),
    ...given,
    posted,
    focusCount: () => focusCount,
  };
}

function fakePorts(...windows: readonly AppWindow[]) {
  const opened: string[] = [];
  return {
    scope: SCOPE,
    windows: async () => windows,
    openWindow: async (url: string) => void opened.push(url),
    opened,
  };
}

describe('a click on a notification', () => {
  it('focuses the open window and asks it to open the alert', async () => {
    const open = fakeWindow();
    const ports = fakePorts(open);
    await openFromNotification(ALERT, ports);
    expect(open.posted).toEqual([{ type: 'openAlert', id: ALERT.id }]);
    expect(open.focusCount()).toBe(1);
    expect(ports.opened).toEqual([]);
  });

  it('opens a window at the alert where none is open', async () => {
    const ports = fakePorts();
    await openFromNotification(ALERT, ports);
    expect(ports.opened).toEqual([LINK]);
  });

  it('keeps the query of the page that told it', async () => {
    const ports = fakePorts();
    await openFromNotification({ ...ALERT, url: `${SCOPE}?feed=demo` }, ports);
    expect(ports.opened).toEqual([LINK.replace('#', '?feed=demo#')]);
  });

  it('opens the history for a summary', async () => {
    const open = fakeWindow();
    await openFromNotification({ id: null, url: SCOPE }, fakePorts(open));
    expect(open.posted).toEqual([{ type: 'openHistory' }]);
    const none = fakePorts();
    await openFromNotification({ id: null, url: SCOPE }, none);
    expect(none.opened).toEqual([`${SCOPE}#history`]);
  });

  it('opens a new window where the open one cannot be focused', async () => {
    const stuck = fakeWindow({ focus: () => Promise.reject(new Error('InvalidAccessError')) });
    const ports = fakePorts(stuck);
    await openFromNotification(ALERT, ports);
    expect(ports.opened).toEqual([LINK]);
  });
});

describe('the window that is chosen', () => {
  const hidden = fakeWindow();
  const visible = fakeWindow({ visibilityState: 'visible' });
  const focused = fakeWindow({ visibilityState: 'visible', focused: true });
  const elsewhere = fakeWindow({ url: `${SCOPE}?symbols=ETHUSDT`, focused: true });
  const demo = fakeWindow({ url: `${SCOPE}?feed=demo`, focused: true });
  const foreign = fakeWindow({ url: 'https://host.example/other/', focused: true });

  it.each([
    ['a visible one before a hidden one', [hidden, visible], visible],
    ['a focused one before a visible one', [visible, focused], focused],
    ['the page that told it before any other', [elsewhere, hidden], hidden],
    ['another page of the same market', [elsewhere], elsewhere],
    ['none of another market', [demo], null],
    ['none outside the scope', [foreign], null],
    ['none where there is none', [], null],
  ])('is %s', (_fact, windows, chosen) => {
    expect(chooseWindow(windows, SCOPE, SCOPE)).toBe(chosen);
  });

  it('is the page itself although its address has a hash', () => {
    const withHash = fakeWindow({ url: `${SCOPE}#history` });
    expect(chooseWindow([elsewhere, withHash], SCOPE, SCOPE)).toBe(withHash);
  });
});

describe('the button Dismiss', () => {
  it('tells an open window without focusing it', async () => {
    const open = fakeWindow();
    await dismissFromNotification(ALERT, fakePorts(open));
    expect(open.posted).toEqual([{ type: 'dismissAlert', id: ALERT.id }]);
    expect(open.focusCount()).toBe(0);
  });

  it('opens nothing where no window is open', async () => {
    const ports = fakePorts();
    await dismissFromNotification(ALERT, ports);
    expect(ports.opened).toEqual([]);
  });

  it('does nothing for a summary', async () => {
    const open = fakeWindow();
    await dismissFromNotification({ id: null, url: SCOPE }, fakePorts(open));
    expect(open.posted).toEqual([]);
  });
});

describe("a notification's data", () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['an empty id', { id: '' }],
    ['a number for an id', { id: 7, url: 8 }],
    ['an address of another site', { url: 'https://evil.example/' }],
    ['an address of another app on this site', { url: 'https://host.example/other/' }],
    ['an address that is none', { url: '::' }],
    ['a script', { url: 'javascript:alert(1)' }],
  ])('with %s leads to the app itself', (_fact, data) => {
    expect(parseTarget(data, SCOPE)).toEqual({ id: null, url: SCOPE });
  });
});
