import type { Clock, HttpGet, OpenSocket } from '../binance/ports.ts';
import { createDemoMarket } from './demo-market.ts';
import { createDemoRest } from './demo-rest.ts';
import { createDemoSockets } from './demo-socket.ts';
import { DEMO_PAIRS } from './pairs.ts';

export interface DemoExchangeOptions {
  readonly clock: Clock;
  /** Markets of the same seed are the same, at any time and in any tab. A 32-bit whole number. */
  readonly seed?: number;
}

export interface DemoExchange {
  readonly openSocket: OpenSocket;
  readonly httpGet: HttpGet;
}

const DEFAULT_SEED = 20_250_101;

/**
 * A market generated in the browser, in the place of the network: it speaks Binance's protocol, so
 * that everything behind the ports is the same as with real prices. Always to be labelled.
 */
export function createDemoExchange({
  clock,
  seed = DEFAULT_SEED,
}: DemoExchangeOptions): DemoExchange {
  const markets = new Map(DEMO_PAIRS.map((pair) => [pair.symbol, createDemoMarket(pair, seed)]));
  return {
    openSocket: createDemoSockets({ clock, markets }),
    httpGet: createDemoRest({ clock, markets }),
  };
}
