import type { Outage } from './health.ts';

/** What the engine found when it was asked whether it can watch, and keep what it finds. */
export interface ReadinessReport {
  /** Epoch milliseconds on our clock. */
  readonly checkedAt: number;
  readonly venue: string;
  /** The market is generated in the browser: there is no endpoint to reach and no clock to compare. */
  readonly isDemo: boolean;
  /** Every address of the venue, in its order of preference, streams first. */
  readonly endpoints: readonly EndpointCheck[];
  /** Null where no endpoint told its time. */
  readonly clock: ClockSkew | null;
  /** Whether the history outlives the page. */
  readonly isStored: boolean;
}

export interface ClockSkew {
  /** Our clock minus the exchange's, milliseconds: positive where ours is ahead. */
  readonly skewMs: number;
  /** The skew may be this much larger or smaller: half of the round trip that it was measured by. */
  readonly errorMs: number;
}

export interface EndpointCheck {
  readonly kind: 'stream' | 'rest';
  /** Without a path: `wss://stream.binance.com:9443`. */
  readonly url: string;
  /** Null where it was reached. */
  readonly fault: EndpointFault | null;
  /** Milliseconds to the first sign; null where none came. */
  readonly answeredInMs: number | null;
  /** What was seen, in words: a status, a close code. Empty where it was reached. */
  readonly detail: string;
}

/**
 * Why an endpoint cannot be used. Beside the outages of the whole exchange: `address`, this one gave
 * no sign while others of the exchange did; `unexpected`, something answered that does not speak as
 * the exchange does; `untried`, so as not to spend connection attempts that the watch may need.
 */
export type EndpointFault = Outage | 'address' | 'unexpected' | 'untried';
