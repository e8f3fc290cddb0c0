import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_SYMBOLS } from '../../domain/watchlist.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { aSymbol, anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { SymbolSearch } from './SymbolSearch.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const field = () => screen.getByRole('combobox', { name: 'Add a symbol' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  apply({
    type: 'symbolsListed',
    symbols: [
      aSymbol('BTC', 'USDT'),
      aSymbol('SOL', 'USDT'),
      aSymbol('SOL', 'BTC'),
      aSymbol('LUNA', 'USDT', 'HALT'),
    ],
  });
  render(<SymbolSearch />);
});
afterEach(() => {
  cleanup();
  stop();
});

describe('the symbol search', () => {
  it('adds the symbol that the arrow keys chose', () => {
    type('sol');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    press('ArrowDown');
    const active = document.querySelector('[aria-selected="true"]');
    expect(active?.id).toBe(field().getAttribute('aria-activedescendant'));
    press('Enter');
    expect(engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'SOLBTC' });
    expect((field() as HTMLInputElement).value).toBe('');
  });

  it('adds the symbol that was clicked', () => {
    type('usdt sol');
    fireEvent.click(screen.getByRole('option', { name: /SOLUSDT/ }));
    expect(engine.sent.at(-1)).toEqual({ type: 'watchSymbol', symbol: 'SOLUSDT' });
  });

  it('refuses by name what the exchange does not list', () => {
    type('nosuch');
    press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('“NOSUCH”');
    expect(engine.sent.at(-1)?.type).not.toBe('watchSymbol');
  });

  it('refuses by name what is not traded', () => {
    type('luna');
    press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('LUNAUSDT is not traded');
  });

  it('says that a symbol is watched already', () => {
    type('btcusdt');
    press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('already');
  });

  it('closes with Escape, then clears', () => {
    type('sol');
    press('Escape');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    press('Escape');
    expect((field() as HTMLInputElement).value).toBe('');
  });

  it('marks what was typed, and what is watched already', () => {
    type('usdt bt');
    const option = screen.getByRole('option', { name: /BTCUSDT/ });
    const marked = [...option.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked).toEqual(['BT', 'USDT']);
    expect(option.textContent).toContain('Watched');
  });

  it('adds nothing to a list that is full', () => {
    const symbols = Array.from({ length: MOST_SYMBOLS }, (_, index) => `S${index}USDT`);
    apply({ type: 'watchlistChanged', watchlist: { symbols, intervals: ['1h'] } });
    type('solusdt');
    press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('it holds 1,000 symbols');
    expect(engine.sent.at(-1)?.type).not.toBe('watchSymbol');
  });
});
