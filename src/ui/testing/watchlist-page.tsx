/** A watchlist on a page of its own, and what tests do to it. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { options } from 'preact';
import { vi } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { aSymbol, anEngineStart, createFakeEngine } from './fixtures.ts';
import { Watchlist } from '../watchlist/Watchlist.tsx';
// What the page fetches when it is first needed: in tests it is there at once.
import '../watchlist/FilterBar.tsx';
import '../watchlist/RowMenu.tsx';
import '../watchlist/ViewOptions.tsx';
import { resetView } from '../watchlist/view-settings.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
export const SYMBOLS = ['BTCUSDT', 'ETHUSDT', 'BNBUSDT'];
export const ENGINE_START = anEngineStart({ watchlist: { symbols: SYMBOLS, intervals: ['1h'] } });

export const grid = () => screen.getByRole('grid', { name: 'Watchlist' });
export const names = () =>
  within(grid())
    .getAllByRole('rowheader')
    .map((header) => header.textContent);
export const row = (symbol: string) =>
  screen.getByRole('rowheader', { name: symbol }).closest<HTMLElement>('[role=row]') ?? grid();
export const focusRow = (symbol: string) => act(() => row(symbol).focus());
export const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? grid(), { key, ...more });
export const click = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole('button', { name }));
export const watch = (symbols: readonly string[]) =>
  act(() => apply({ type: 'watchlistChanged', watchlist: { symbols, intervals: ['1h'] } }));

/** Three symbols are watched, five traded; the rows have room for ten. */
export function openWatchlist() {
  const frames: (() => void)[] = [];
  // Effects of what is drawn outside of `act` wait for no frame, which would come after the test.
  options.requestAnimationFrame = (callback) => queueMicrotask(callback);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(480);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly observe: () => void;
      constructor(callback: () => void) {
        this.observe = callback;
      }
      disconnect() {}
    },
  );
  resetView();
  notices.value = [];
  const engine = createFakeEngine();
  const stop = startEngine(() => engine, START);
  apply(ENGINE_START);
  apply({
    type: 'symbolsListed',
    symbols: [
      aSymbol('BTC', 'USDT'),
      aSymbol('ETH', 'USDT'),
      aSymbol('BNB', 'USDT'),
      aSymbol('ETH', 'BTC'),
      aSymbol('SOL', 'USDT'),
      aSymbol('LUNA', 'USDT', 'HALT'),
    ],
  });
  render(<Watchlist />);
  return {
    engine,
    showFrame: () =>
      act(() => {
        for (const frame of frames.splice(0)) frame();
      }),
    close() {
      cleanup();
      stop();
      delete options.requestAnimationFrame;
      vi.useRealTimers();
      vi.restoreAllMocks();
      vi.unstubAllGlobals();
    },
  };
}
