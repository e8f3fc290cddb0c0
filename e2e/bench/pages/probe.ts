/**
 * Runs before a page's own script, and tells the bench's server what the page does; what exactly, the
 * address says. Without such a word it does nothing.
 */
import { watchFrames } from './probe/frames.ts';
import { watchFirstPrice } from './probe/first-price.ts';
import { watchPainted } from './probe/painted.ts';
import { hideOnCommand } from './probe/hide.ts';
import { tellMemory } from './probe/memory.ts';

const PROBES: Readonly<Record<string, () => void>> = {
  painted: watchPainted,
  frames: watchFrames,
  start: watchFirstPrice,
  hide: hideOnCommand,
  memory: tellMemory,
  market: () =>
    localStorage.setItem('tocsin:watchlist-view', JSON.stringify({ isMarketShown: true })),
};

for (const name of (new URLSearchParams(location.search).get('probe') ?? '').split(',')) {
  PROBES[name]?.();
}
