/**
 * The exchange's market at many times its usual pace. Guarantees: a candle's close is pushed at its
 * very end, before anything of the next candle; what was pushed is what REST answers.
 */
import { createRandom } from '../exchange/random.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Interval } from '../exchange/intervals.ts';

export interface FastMarket {
  /** Lets time pass until the returned function is called. */
  start(): () => void;
  /** Trades without letting time pass, so that connections are not silent, until it is called. */
  idle(): () => void;
  /** So many minutes at once, as they pass for a machine that sleeps. */
  leap(minutes: number): Promise<void>;
}

const STEP_MS = 50;
const MINUTE_MS = 60_000;
/** Share by which one trade moves the price at most. */
const MOVE = 0.0012;
/** How strongly the price is drawn back to where it usually is. */
const PULL = 0.0004;
/** Share of the minutes in which nobody trades: their candles are in REST, and are never pushed. */
const QUIET_MINUTES = 0.02;
const STEPS_PER_TICKER = 5;
const TRADES_PER_LEAPT_MINUTE = 4;
/** A leap lets others run after so many minutes. */
const MINUTES_PER_BREATH = 5;

export function createFastMarket(
  { market, timing }: Pick<Exchange, 'market' | 'timing'>,
  options: {
    readonly speed: number;
    readonly seed: number;
    readonly symbols: readonly string[];
    /** Of which open candles are pushed; all are pushed when they close. */
    readonly intervals: readonly Interval[];
  },
): FastMarket {
  const { speed, seed, symbols, intervals } = options;
  const random = createRandom(seed);
  const instruments = market
    .symbols()
    .filter(({ symbol }) => symbols.includes(symbol))
    .map(({ symbol, typicalPrice, tickSize, minuteVolume }) => ({
      symbol,
      typicalPrice,
      decimals: Math.max(0, tickSize.length - 2),
      quantity: minuteVolume / 20,
      price: Number(market.lastPrice(symbol)),
      isQuiet: false,
    }));
  let steps = 0;
  let isLeaping = false;

  const trade = (each: (typeof instruments)[number]): void => {
    const drawn = Math.log(each.typicalPrice / each.price) * PULL;
    each.price *= Math.exp((random() * 2 - 1) * MOVE + drawn);
    const price = each.price.toFixed(each.decimals);
    const quantity = (each.quantity * (0.1 + random())).toFixed(1);
    market.trade(each.symbol, price, quantity, { buyerIsMaker: random() < 0.5 });
    const above = (Number(price) + 10 ** -each.decimals).toFixed(each.decimals);
    market.bookTicker(each.symbol, { bidPrice: price, askPrice: above });
  };

  const tradeAll = (): void => {
    for (const each of instruments) if (!each.isQuiet) trade(each);
  };

  /** To the next whole minute and into the next candle. */
  const closeMinute = (): void => {
    const end = (Math.floor(market.now() / MINUTE_MS) + 1) * MINUTE_MS;
    market.setTime(end);
    market.closeDueCandles();
    for (const each of instruments) each.isQuiet = random() < QUIET_MINUTES;
  };

  const passTo = (time: number): void => {
    while (Math.floor(market.now() / MINUTE_MS) < Math.floor(time / MINUTE_MS)) {
      closeMinute();
      tradeAll();
    }
    market.setTime(Math.max(time, market.now()));
  };

  const show = (): void => {
    steps += 1;
    market.pushCandles(intervals);
    if (steps % STEPS_PER_TICKER === 0) market.pushTickers(symbols);
  };

  return {
    start() {
      let last = timing.now();
      return timing.every(STEP_MS, () => {
        const now = timing.now();
        if (!isLeaping) {
          passTo(market.now() + (now - last) * speed);
          tradeAll();
          show();
        }
        last = now;
      });
    },
    idle: () =>
      timing.every(STEP_MS * STEPS_PER_TICKER, () => {
        for (const each of instruments) trade(each);
        show();
      }),
    async leap(minutes) {
      isLeaping = true;
      for (let minute = 0; minute < minutes; minute++) {
        for (let count = 0; count < TRADES_PER_LEAPT_MINUTE; count++) tradeAll();
        closeMinute();
        if (minute % MINUTES_PER_BREATH === 0) {
          // Sockets and requests are served meanwhile.
          // oxlint-disable-next-line no-await-in-loop
          await new Promise((resolve) => timing.after(0, () => resolve(undefined)));
        }
      }
      isLeaping = false;
    },
  };
}
