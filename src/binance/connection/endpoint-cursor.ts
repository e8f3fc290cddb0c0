import type { Endpoint } from './status.ts';

/**
 * Which endpoint is in use, shared by all connections: prices of two venues must never mix, so no
 * connection goes on to another venue while another connection still works at this one.
 */
export interface EndpointCursor {
  readonly current: Endpoint | null;
  readonly index: number;
  /** -1 for one that is not in the list any more. */
  indexOf(endpoint: Endpoint): number;
  /** How often the whole list has been tried in vain. */
  readonly laps: number;
  /** Goes on to the next, unless another connection has already left the one that failed. */
  failed(endpoint: Endpoint): void;
  /** Something works here. */
  worked(): void;
  /** Keeps the endpoint in use if the new list has it. */
  set(endpoints: readonly Endpoint[]): void;
}

export function createEndpointCursor(
  initial: readonly Endpoint[],
  isVenueInUse: () => boolean,
): EndpointCursor {
  let endpoints = initial;
  let index = 0;
  let laps = 0;
  return {
    get current() {
      return endpoints[index] ?? null;
    },
    get index() {
      return index;
    },
    indexOf: ({ url }) => endpoints.findIndex((endpoint) => endpoint.url === url),
    get laps() {
      return laps;
    },
    failed(endpoint) {
      if (endpoints[index]?.url !== endpoint.url) return;
      const mayLeaveVenue = !isVenueInUse();
      for (let step = 0; step < endpoints.length; step++) {
        index = (index + 1) % endpoints.length;
        if (index === 0) laps++;
        if (mayLeaveVenue || endpoints[index]?.venue === endpoint.venue) return;
      }
    },
    worked() {
      laps = 0;
    },
    set(list) {
      const url = endpoints[index]?.url;
      endpoints = list;
      index = Math.max(
        0,
        list.findIndex((endpoint) => endpoint.url === url),
      );
      laps = 0;
    },
  };
}
