/**
 * Connections that are given up because fewer suffice.
 *
 * Guarantee: each serves until the others deliver what it held, but no longer than a minute.
 */
import type { Clock, Timer } from '../ports.ts';
import type { Connection } from './connection-contract.ts';

export interface Retirement {
  add(connection: Connection): void;
  /** The others deliver everything, or nothing is wanted any more. */
  end(): void;
  readonly connections: ReadonlySet<Connection>;
}

const TIMEOUT_MS = 60_000;

export function createRetirement(clock: Clock): Retirement {
  const connections = new Set<Connection>();
  let timer: Timer | undefined;

  const end = (): void => {
    timer?.cancel();
    timer = undefined;
    const leaving = [...connections];
    connections.clear();
    for (const connection of leaving) connection.disconnect();
  };

  return {
    add(connection) {
      connections.add(connection);
      timer ??= clock.setTimer(end, TIMEOUT_MS);
    },
    end,
    connections,
  };
}
