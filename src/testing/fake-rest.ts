import type { HttpGet } from '../binance/ports.ts';

export interface FakeRest {
  readonly httpGet: HttpGet;
  /** Every address asked for, in order. */
  readonly asked: string[];
  /** Answers requests whose address contains `part`; the last one that fits counts. */
  answer(part: string, body: unknown, status?: number): void;
  /** Requests whose address contains `part` get no answer at all. */
  fail(part: string): void;
}

/** REST driven by hand: what has no answer yet never settles. */
export function createFakeRest(): FakeRest {
  const answers: { part: string; body: unknown; status: number }[] = [];
  const failing = new Set<string>();
  const asked: string[] = [];
  return {
    asked,
    answer(part, body, status = 200) {
      failing.delete(part);
      answers.unshift({ part, body, status });
    },
    fail: (part) => void failing.add(part),
    httpGet(url) {
      asked.push(url);
      const abort = (): void => undefined;
      if ([...failing].some((part) => url.includes(part))) {
        return { response: Promise.reject(new TypeError('no answer')), abort };
      }
      const found = answers.find(({ part }) => url.includes(part));
      if (!found) return { response: new Promise(() => undefined), abort };
      const { body, status } = found;
      const text = typeof body === 'function' ? String(body(url)) : JSON.stringify(body);
      return { response: Promise.resolve({ status, retryAfter: null, text }), abort };
    },
  };
}

/** What `/api/v3/exchangeInfo` says of symbols that trade, or of others by their status. */
export function exchangeInfo(symbols: Readonly<Record<string, string>>, serverTime: number) {
  return {
    timezone: 'UTC',
    serverTime,
    rateLimits: [
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
    ],
    exchangeFilters: [],
    symbols: Object.entries(symbols).map(([symbol, status]) => ({
      symbol,
      status,
      baseAsset: symbol.replace(/USDT$/, ''),
      quoteAsset: 'USDT',
      filters: [
        {
          filterType: 'PRICE_FILTER',
          tickSize: '0.01000000',
          minPrice: '0.01',
          maxPrice: '1000000',
        },
        { filterType: 'LOT_SIZE', stepSize: '0.00001000', minQty: '0.00001', maxQty: '9000' },
      ],
    })),
  };
}
