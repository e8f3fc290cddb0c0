import { formatFixed, maxFixed, parseFixed } from './fixed.ts';
import type { Market } from './market.ts';
import { createRandom } from './random.ts';
import type { SymbolSpec } from './symbols.ts';
import type { Timing } from './timing.ts';

/** How a market moves by itself. */
export interface LiveOptions {
  /** Seed of the walk. */
  readonly seed?: number;
  /** Each symbol may trade this often, ms. */
  readonly everyMs?: number;
}

/** Share of the price by which one trade moves it at most. */
const STEP = 0.0004;
/** Share of the turns in which a symbol trades. */
const ACTIVITY = 0.7;

/**
 * Lets the market's trading symbols move in real time: trades and best bid and ask every `everyMs`
 * (250), tickers and `1s` candles every second, other candles every two seconds and at their close.
 * The market's clock must run. Returns the function that stops it.
 */
export function startLive(
  market: Market,
  timing: Timing,
  { seed = 1, everyMs = 250 }: LiveOptions = {},
): () => void {
  const random = createRandom(seed);
  const traded = new Set<string>();

  const trade = (spec: SymbolSpec): void => {
    const tick = parseFixed(spec.tickSize, 'tickSize');
    const last = parseFixed(market.lastPrice(spec.symbol), 'lastPrice');
    const move = BigInt(Math.round((random() * 2 - 1) * STEP * Number(last)));
    const price = maxFixed(tick, ((last + move) / tick) * tick);
    const step = parseFixed(spec.stepSize, 'stepSize');
    const typical = parseFixed((spec.minuteVolume / 60).toFixed(8), 'quantity');
    const quantity = BigInt(Math.floor(random() * Number(typical / step + 1n)) + 1) * step;
    const buyerIsMaker = random() < 0.5;
    market.trade(spec.symbol, formatFixed(price), formatFixed(quantity), { buyerIsMaker });
    market.bookTicker(spec.symbol, {
      bidPrice: formatFixed(buyerIsMaker ? price : maxFixed(tick, price - tick)),
      askPrice: formatFixed(buyerIsMaker ? price + tick : price),
    });
    traded.add(spec.symbol);
  };

  const stops = [
    timing.every(everyMs, () => {
      market.closeDueCandles();
      for (const spec of market.symbols()) {
        if (spec.status === 'TRADING' && random() < ACTIVITY) trade(spec);
      }
    }),
    timing.every(1000, () => {
      const listed = new Set(market.symbols().map((spec) => spec.symbol));
      market.pushTickers([...traded].filter((symbol) => listed.has(symbol)));
      traded.clear();
      market.closeDueCandles();
      market.pushCandles(['1s']);
    }),
    timing.every(2000, () => market.pushCandles()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
