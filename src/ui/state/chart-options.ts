/** How each symbol's chart is shown. Kept between visits where the browser allows it. */
import { signal } from '@preact/signals';
import { isInterval } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';

/** An indicator by its name in the registry; whether that and the bounds are kept, it is asked. */
export interface ChosenIndicator {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
}

export interface ChartOptions {
  /** Null until one was chosen for this symbol. */
  readonly interval: Interval | null;
  readonly isLog: boolean;
  readonly indicators: readonly ChosenIndicator[];
}

export const DEFAULT_OPTIONS: ChartOptions = { interval: null, isLog: false, indicators: [] };

interface Stored {
  /** The symbol that was shown last. */
  readonly last: string | null;
  /** The one that was changed last is the last. */
  readonly bySymbol: ReadonlyMap<string, ChartOptions>;
}

const KEY = 'tocsin:chart';
/** The oldest go: a list of everything that was ever looked at is of no use. */
const MOST_SYMBOLS = 200;

const stored = signal<Stored>(parseStored(read()));

export function lastSymbol(): string | null {
  return stored.peek().last;
}

export function optionsOf(symbol: string): ChartOptions {
  return stored.value.bySymbol.get(symbol) ?? DEFAULT_OPTIONS;
}

export function changeOptions(symbol: string, change: Partial<ChartOptions>): void {
  const bySymbol = new Map(stored.peek().bySymbol);
  const next = { ...(bySymbol.get(symbol) ?? DEFAULT_OPTIONS), ...change };
  bySymbol.delete(symbol);
  bySymbol.set(symbol, next);
  keep({ last: symbol, bySymbol: new Map([...bySymbol].slice(-MOST_SYMBOLS)) });
}

export function rememberSymbol(symbol: string): void {
  if (stored.peek().last !== symbol) keep({ ...stored.peek(), last: symbol });
}

function keep(next: Stored): void {
  stored.value = next;
  const { last, bySymbol } = next;
  try {
    localStorage.setItem(KEY, JSON.stringify({ last, symbols: Object.fromEntries(bySymbol) }));
  } catch {
    // Storage is denied or full: the choice lasts until the page is closed, which is all that is lost.
  }
}

function read(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    // Denied, or not what was written: as on a first visit.
    return null;
  }
}

/** What cannot be read is left out. */
function parseStored(value: unknown): Stored {
  const { last, symbols } = fieldsOf(value);
  const entries = Object.entries(fieldsOf(symbols)).slice(-MOST_SYMBOLS);
  return {
    last: typeof last === 'string' ? last : null,
    bySymbol: new Map(entries.map(([symbol, options]) => [symbol, parseOptions(options)])),
  };
}

export function parseOptions(value: unknown): ChartOptions {
  const { interval, isLog, indicators } = fieldsOf(value);
  return {
    interval: typeof interval === 'string' && isInterval(interval) ? interval : null,
    isLog: isLog === true,
    indicators: Array.isArray(indicators) ? indicators.flatMap(parseIndicator) : [],
  };
}

function parseIndicator(value: unknown): readonly ChosenIndicator[] {
  const { indicator, params } = fieldsOf(value);
  const entries = Object.entries(fieldsOf(params));
  const isNumeric = entries.every(([, number]) => typeof number === 'number');
  if (typeof indicator !== 'string' || !isNumeric) return [];
  return [{ indicator, params: Object.fromEntries(entries) as Record<string, number> }];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
