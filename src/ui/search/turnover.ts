import type { Quote } from '../../protocol/market-state.ts';

/** As good as a dollar, for the purpose of comparing sizes. */
const DOLLARS: ReadonlySet<string> = new Set([
  'USDT',
  'USDC',
  'FDUSD',
  'TUSD',
  'USD',
  'BUSD',
  'USDP',
  'DAI',
  'USD1',
  'USDE',
  'XUSD',
  'BFUSD',
]);

export type Turnover = (symbol: string, quoteAsset: string | null) => number | null;

/**
 * The worth of a symbol's 24-hour turnover in dollars, roughly, so that a million in yen does not
 * come before a million in bitcoin. Null where no turnover is known. An asset whose price is not
 * known counts as a dollar: its symbols still compare among themselves.
 */
export function createTurnover(quoteOf: (symbol: string) => Quote | undefined): Turnover {
  const dollars = new Map<string, number>();

  const dollarsFor = (asset: string): number => {
    const known = dollars.get(asset);
    if (known !== undefined) return known;
    const inUsdt = Number(quoteOf(`${asset}USDT`)?.lastPrice ?? 0);
    const perUsdt = Number(quoteOf(`USDT${asset}`)?.lastPrice ?? 0);
    const found = DOLLARS.has(asset) ? 1 : inUsdt || (perUsdt > 0 ? 1 / perUsdt : 1);
    dollars.set(asset, found);
    return found;
  };

  return (symbol, quoteAsset) => {
    const volume = quoteOf(symbol)?.quoteVolume;
    if (volume === null || volume === undefined) return null;
    return Number(volume) * (quoteAsset === null ? 1 : dollarsFor(quoteAsset));
  };
}
