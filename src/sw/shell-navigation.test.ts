import { describe, expect, it } from 'vitest';
import { isShellNavigation, shellAddressFor } from './shell-navigation.ts';

const SCOPE = 'https://host.example/any/path/';

function navigation(url: string, mode = 'navigate', method = 'GET') {
  return { url, mode, method };
}

describe('the app page', () => {
  it.each([
    SCOPE,
    `${SCOPE}?feed=demo`,
    `${SCOPE}index.html`,
    `${SCOPE}index.html?stream=ws://127.0.0.1:9&rest=http://127.0.0.1:9`,
    `${SCOPE}#history`,
  ])('answers a navigation to %s', (url) => {
    expect(isShellNavigation(navigation(url), SCOPE)).toBe(true);
  });

  it.each([
    ['another page of the app', navigation(`${SCOPE}deep/link`)],
    ['another app of the host', navigation('https://host.example/')],
    ['another host', navigation('https://other.example/any/path/')],
    ['a fetch by the page', navigation(SCOPE, 'cors')],
    ['a form that is sent', navigation(SCOPE, 'navigate', 'POST')],
    ['an exchange', navigation('https://data-api.binance.vision/api/v3/klines', 'cors')],
  ])('does not answer %s', (_fact, request) => {
    expect(isShellNavigation(request, SCOPE)).toBe(false);
  });
});

describe('an address inside the app that is no file', () => {
  it('leads to the app page, its query kept, while the network is away', () => {
    expect(shellAddressFor(navigation(`${SCOPE}a/b?feed=demo`), SCOPE)).toBe(`${SCOPE}?feed=demo`);
  });

  it.each([
    ['a file', navigation(`${SCOPE}a.js`, 'no-cors')],
    ['another app of the host', navigation('https://host.example/b')],
    ['an exchange', navigation('https://api.binance.com/api/v3/klines', 'cors')],
  ])('is not %s', (_fact, request) => {
    expect(shellAddressFor(request, SCOPE)).toBeNull();
  });
});
