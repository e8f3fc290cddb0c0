import { describe, expect, it } from 'vitest';
import { parseAppLink, parseWorkerMessage } from './app-link.ts';

const ID = 'rsi:BTCUSDT:1h:1700000000000:BUY';

describe('an address', () => {
  it.each([
    [`https://host.example/#alert=${encodeURIComponent(ID)}`, { type: 'openAlert', id: ID }],
    [`https://host.example/?feed=demo#alert=${ID}`, { type: 'openAlert', id: ID }],
    ['https://host.example/#history', { type: 'openHistory' }],
    ['https://host.example/?feed=demo#rule=e30', { type: 'offerRule', link: 'rule=e30' }],
    ['https://host.example/', null],
    ['https://host.example/?alert=x', null],
    ['https://host.example/#', null],
    ['https://host.example/#alert=', null],
    ['https://host.example/#other', null],
  ])('%s leads to %j', (address, link) => {
    expect(parseAppLink(address)).toEqual(link);
  });
});

describe("a service worker's message", () => {
  it.each([
    { type: 'openAlert', id: ID },
    { type: 'dismissAlert', id: ID },
    { type: 'openHistory' },
  ])('%j is understood', (message) => {
    expect(parseWorkerMessage(message)).toEqual(message);
  });

  it.each([
    [null],
    ['openAlert'],
    [{ id: ID }],
    [{ type: 'openAlert' }],
    [{ type: 'openAlert', id: 7 }],
    [{ type: 'CACHE_UPDATED', id: ID }],
  ])('%j is ignored', (data) => {
    expect(parseWorkerMessage(data)).toBeNull();
  });
});
