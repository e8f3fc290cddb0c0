import { accept, fault, refuse } from './result.ts';
import type { Fault, Result } from './result.ts';
import { parseInterval } from './interval.ts';
import type { Interval } from './interval.ts';

/** What is watched: symbols as the exchange writes them, each on every interval. */
export interface Watchlist {
  readonly symbols: readonly string[];
  readonly intervals: readonly Interval[];
}

export const MOST_SYMBOLS = 1000;
const LONGEST_SYMBOL = 40;

/** Reads a symbol's name; names may hold any letters, also such as `币安人生USDT`. */
export function parseSymbol(value: unknown, field: string): Result<string> {
  const allowed = 'a symbol such as BTCUSDT';
  if (typeof value !== 'string') return refuse(field, value, allowed);
  const symbol = value.trim().toUpperCase();
  const isName = symbol.length <= LONGEST_SYMBOL && /^[\p{L}\p{N}_-]+$/u.test(symbol);
  return isName ? accept(symbol) : refuse(field, value, allowed);
}

/** As the exchange writes it: what `parseSymbol` would still have to tidy up is not one. */
export function isSymbol(value: unknown): value is string {
  const symbol = parseSymbol(value, 'symbol');
  return symbol.ok && symbol.value === value;
}

/** Reads names one by one: good ones are kept once each, bad ones reported. */
export function parseSymbols(values: readonly unknown[], field: string): Parsed<string> {
  const { kept, faults } = parseEach(values, field, parseSymbol);
  if (kept.length <= MOST_SYMBOLS) return { kept, faults };
  const tooMany = fault(field, `${kept.length} symbols`, `at most ${MOST_SYMBOLS}`);
  return { kept: kept.slice(0, MOST_SYMBOLS), faults: [...faults, tooMany] };
}

/** Reads intervals one by one: good ones are kept once each, bad ones reported. */
export function parseIntervals(values: readonly unknown[], field: string): Parsed<Interval> {
  return parseEach(values, field, parseInterval);
}

interface Parsed<T> {
  readonly kept: readonly T[];
  readonly faults: readonly Fault[];
}

function parseEach<T>(
  values: readonly unknown[],
  field: string,
  parse: (value: unknown, field: string) => Result<T>,
): Parsed<T> {
  const kept = new Set<T>();
  const faults: Fault[] = [];
  for (const value of values) {
    const result = parse(value, field);
    if (result.ok) kept.add(result.value);
    else faults.push(...result.faults);
  }
  return { kept: [...kept], faults };
}
