import {
  binanceUsVenue,
  binanceVenue,
  customVenue,
  demoVenue,
  localVenue,
} from '../binance/venue.ts';
import type { Venue } from '../binance/venue.ts';
import { accept } from '../domain/result.ts';
import type { Result } from '../domain/result.ts';
import { STARTER_SYMBOLS } from '../domain/starter-symbols.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import type { StartOptions } from '../protocol/messages.ts';
import type { Settings } from '../protocol/settings.ts';

/** The venue that the address of the page asks for, or else the settings. */
export function chooseVenue(options: StartOptions, settings: Settings): Result<Venue> {
  if (options.feed === 'demo') return accept(demoVenue);
  if (options.local) return localVenue(options.local.streamUrl, options.local.restUrl);
  switch (settings.venue) {
    case 'binance':
      return accept(binanceVenue);
    case 'binance-us':
      return accept(binanceUsVenue);
    case 'custom':
      return customVenue(settings.customStreamUrl, settings.customRestUrl);
    default:
      return settings.venue satisfies never;
  }
}

/**
 * Database, lock and channel of a feed. The generated market and local exchanges have their own, so
 * that what is not real never mixes with a user's history.
 */
export function profileName({ feed, local }: StartOptions): string {
  if (feed === 'demo') return 'tocsin-demo';
  return local ? 'tocsin-local' : 'tocsin';
}

/** The watchlist of a first start: what the address says, or a few well-known symbols. */
export function firstWatchlist({ feed, symbols, intervals }: StartOptions): Watchlist {
  return {
    symbols: symbols ?? STARTER_SYMBOLS,
    // A demonstration has to show something within minutes.
    intervals: intervals ?? (feed === 'demo' ? ['1m', '5m'] : ['1h', '4h']),
  };
}

/** Whether two settings choose the same exchange: anything else can change while it is watched. */
export function isSameVenue(a: Settings, b: Settings): boolean {
  return (
    a.venue === b.venue &&
    a.customStreamUrl === b.customStreamUrl &&
    a.customRestUrl === b.customRestUrl
  );
}
