import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { quickAlertRequest } from '../state/rule-dialogs.ts';
import { aQuote, aSymbol, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { QuickAlert } from './QuickAlert.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  notices.value = [];
  apply(anEngineStart());
  apply({ type: 'symbolsListed', symbols: [aSymbol('BTC', 'USDT')] });
  apply({ type: 'quotesChanged', quotes: [aQuote()] });
  render(<QuickAlert request={{ symbol: 'BTCUSDT', price: '64250.10000000' }} />);
});
afterEach(() => {
  cleanup();
  stop();
});

const price = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Price' });
const type = (value: string) => fireEvent.input(price(), { target: { value } });
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
const meaning = () =>
  document.getElementById(
    screen.getByRole('button', { name: 'Add rule' }).getAttribute('aria-describedby') ?? '',
  )?.textContent;

describe('an alert at a price', () => {
  it('begins with the price that it was asked for at, ready to be typed over', () => {
    expect(price().value).toBe('64250.1');
    expect(document.activeElement).toBe(price());
  });

  it('says what will be made, and how far off that is', () => {
    type('70000');
    expect(meaning()).toBe(
      'You are told (BUY) at the first moment at which BTCUSDT trades above 70,000.00. ' +
        'That is 8.9% above the last price.',
    );
    choose('Tell me', 'close');
    expect(meaning()).toContain('when a candle of BTCUSDT (1h, 4h) closes above 70,000.00');
  });

  it('waits for a higher price from below and for a lower one from above, unless told otherwise', () => {
    type('60000');
    expect(meaning()).toContain('trades below 60,000.00. That is 6.6% below');
    choose('When the price', 'up');
    expect(meaning()).toContain('It is above that already: it has to fall below it first.');
    type('60001');
    expect(meaning()).toContain('trades above 60,001.00');
  });

  it('is told at once, on the shortest interval, and can be taken back', () => {
    type('70 000');
    save();
    expect(engine.sent.at(-1)).toMatchObject({
      type: 'saveRule',
      rule: { fire: 'intrabar', symbols: ['BTCUSDT'], intervals: ['1h'] },
    });
    act(() => notices.value[0]?.action?.run());
    expect(engine.sent.at(-1)).toMatchObject({ type: 'deleteRule' });
  });

  it('refuses what is no price, where it stands', () => {
    type('soon');
    save();
    expect(engine.sent.at(-1)?.type).not.toBe('saveRule');
    expect(price().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(price());
    type('1');
    expect(price().getAttribute('aria-invalid')).toBe('false');
  });

  it('goes when it is closed', () => {
    quickAlertRequest.value = { symbol: 'BTCUSDT', price: '' };
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(quickAlertRequest.value).toBeNull();
  });
});
