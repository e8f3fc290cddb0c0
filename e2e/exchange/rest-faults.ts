import type { Times } from './reply-faults.ts';

/**
 * What a REST request meets.
 * - `status`: an HTTP status, with `Retry-After` in seconds if given. `cors: false` leaves the CORS
 *   header out, as a block at the edge may; `exposesRetryAfter` lets a page read the header.
 * - `hang`: no answer at all.
 * - `delay`: the usual answer after `ms`.
 * - `truncate`: half of the body; with `isCut` the length is announced in full and the connection
 *   breaks off.
 * - `body`: status 200 and this text.
 * - `dropRows`: without the rows at these places, negative ones counted from the end.
 * - `reverseRows`: newest first.
 */
export type RestFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly cors?: boolean;
      readonly exposesRetryAfter?: boolean;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'truncate'; readonly isCut?: boolean }
  | { readonly kind: 'body'; readonly text: string }
  | { readonly kind: 'dropRows'; readonly rows: readonly number[] }
  | { readonly kind: 'reverseRows' };

/** Which requests a fault meets. */
export interface RestMatch extends Times {
  /** Part of the path and query, decoded, such as `/klines` or `symbol=ETHUSDT`; all when left out. */
  readonly match?: string;
}

/** The faults that REST requests meet, oldest first; each request meets one at most. */
export interface RestFaults {
  /** The fault for a request to this path and query (decoded); counts it off. */
  take(url: string): RestFault | undefined;
  add(fault: RestFault, options?: RestMatch): void;
  clear(): void;
}

/** Creates the faults of REST; none at first. */
export function createRestFaults(): RestFaults {
  let rules: { readonly fault: RestFault; readonly match: string; left: number }[] = [];
  return {
    take(url) {
      const rule = rules.find((each) => url.includes(each.match));
      if (rule === undefined) return undefined;
      rule.left -= 1;
      if (rule.left <= 0) rules = rules.filter((each) => each !== rule);
      return rule.fault;
    },
    add(fault, { match = '', times = Infinity } = {}) {
      if (fault.kind === 'status' && !(fault.status >= 200 && fault.status <= 599)) {
        throw new RangeError(`status: ${fault.status} is not an HTTP status from 200 to 599`);
      }
      rules.push({ fault, match, left: times });
    },
    clear() {
      rules = [];
    },
  };
}

/** The body after a fault that concerns its rows; bodies that are no list stay as they are. */
export function withRowFault(body: unknown, fault: RestFault | undefined): unknown {
  if (!Array.isArray(body)) return body;
  const rows: readonly unknown[] = body;
  if (fault?.kind === 'reverseRows') return rows.toReversed();
  if (fault?.kind !== 'dropRows') return rows;
  const dropped = new Set(fault.rows.map((place) => (place < 0 ? rows.length + place : place)));
  return rows.filter((_row, place) => !dropped.has(place));
}
