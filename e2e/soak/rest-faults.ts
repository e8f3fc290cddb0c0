/** What goes wrong with REST, while a connection breaks and history is needed. */
import type { Exchange } from '../exchange/exchange.ts';
import type { RestFault } from '../exchange/rest-faults.ts';
import { between } from './fault.ts';
import type { SoakFault, Wait } from './fault.ts';

/** Of a ban or a limit; Binance's are longer, and no different. */
const RETRY_AFTER_SECONDS = 2;

const FAULTS: readonly (readonly [kind: string, weight: number, fault: RestFault])[] = [
  ['REST 429', 2, statusFault(429)],
  ['REST 418', 1, statusFault(418)],
  ['REST 500', 2, { kind: 'status', status: 500 }],
  ['REST 451', 1, { kind: 'status', status: 451 }],
  ['REST timeout', 1, { kind: 'hang' }],
  ['REST slow', 2, { kind: 'delay', ms: 3_000 }],
  ['REST truncated', 1, { kind: 'truncate' }],
  ['REST cut off', 1, { kind: 'truncate', isCut: true }],
  ['REST no JSON', 1, { kind: 'body', text: '<html>Please sign in</html>' }],
  ['REST wrong order', 1, { kind: 'reverseRows' }],
  ['REST newest rows missing', 2, { kind: 'dropRows', rows: [-1, -2] }],
  ['REST rows missing', 2, { kind: 'dropRows', rows: [1, 2, -3] }],
];

function statusFault(status: number): RestFault {
  return {
    kind: 'status',
    status,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    exposesRetryAfter: true,
  };
}

export function restFaults(
  { faults }: Exchange,
  random: () => number,
  wait: Wait,
): readonly SoakFault[] {
  return FAULTS.map(([kind, weight, fault]) => ({
    kind,
    weight,
    async strike() {
      faults.rest.add(fault, { match: '/klines', times: Math.ceil(random() * 3) });
      await wait(between(random, 0, 500));
      faults.terminateAll();
      await wait(between(random, 3_000, 8_000));
      faults.rest.clear();
    },
  }));
}
