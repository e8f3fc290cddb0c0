import { signal } from '@preact/signals';
import type { Watchlist } from '../../domain/watchlist.ts';

export const watchlist = signal<Watchlist>({ symbols: [], intervals: [] });
