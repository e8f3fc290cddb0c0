/** What goes wrong with connections, and with single frames. */
import type { Exchange } from '../exchange/exchange.ts';
import { between } from './fault.ts';
import type { SoakFault, Wait } from './fault.ts';

/** Statuses of an upgrade that is refused: overloaded, or blocked by region. */
const REFUSALS = [503, 451, 403, 429];
const CLOSE_CODES = [1000, 1001, 1011, 1012];
/** How long the exchange goes on after it has announced its end. */
const SHUTDOWN_MS = 6_000;

export function connectionFaults(
  { faults, hub }: Exchange,
  random: () => number,
  wait: Wait,
): readonly SoakFault[] {
  const pick = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)];
  const ms = (least: number, most: number): Promise<void> => wait(between(random, least, most));

  return [
    { kind: '1006', weight: 4, strike: async () => void faults.terminateAll() },
    {
      kind: 'clean close',
      weight: 2,
      strike: async () => void faults.closeAll(pick(CLOSE_CODES)),
    },
    {
      kind: 'age cut',
      weight: 1,
      strike: async () => void faults.closeAll(1001, 'Connection has reached its maximum age'),
    },
    {
      kind: 'upgrades refused',
      weight: 2,
      async strike() {
        faults.upgrades.refuse(pick(REFUSALS) ?? 503);
        faults.terminateAll();
        await ms(1_000, 4_000);
        faults.upgrades.clear();
      },
    },
    {
      kind: 'upgrade hangs',
      weight: 1,
      async strike() {
        faults.upgrades.hang({ times: 1 });
        faults.terminateAll();
        await ms(3_000, 6_000);
      },
    },
    {
      kind: 'silence',
      weight: 2,
      async strike() {
        faults.stall({ isDeaf: random() < 0.5, includesNew: random() < 0.3 });
        await ms(4_000, 7_000);
        faults.unstall();
      },
    },
    {
      kind: 'half silence',
      weight: 2,
      async strike() {
        const streams = [...new Set([...hub.connections].flatMap((each) => [...each.streams]))];
        const half = streams.filter(() => random() < 0.5);
        faults.silence(half);
        await ms(2_000, 6_000);
        faults.unsilence(half);
      },
    },
    {
      kind: 'serverShutdown',
      weight: 2,
      async strike() {
        const doomed = [...hub.connections];
        faults.serverShutdown();
        await wait(SHUTDOWN_MS);
        for (const connection of doomed) connection.close(1001, 'going away');
      },
    },
    {
      kind: 'subscription unanswered',
      weight: 1,
      async strike() {
        if (random() < 0.5) faults.replies.ignore({ times: 1, isEffective: random() < 0.5 });
        else faults.replies.error({ times: 1, withId: random() < 0.5 });
        faults.terminateAll();
        await ms(2_000, 4_000);
        faults.replies.clear();
      },
    },
  ];
}

const FURTHEST_BACK = 15;

/** A frame that comes twice, after newer ones, cut short, or means nothing. */
export function frameFaults({ faults, hub }: Exchange, random: () => number): readonly SoakFault[] {
  /** Something that was sent on some stream a moment ago. */
  const onSomeStream = (send: (stream: string, frames: number) => void): void => {
    const streams = [...hub.connections].flatMap((connection) => [...connection.streams]);
    const stream = streams[Math.floor(random() * streams.length)];
    const frames = stream === undefined ? 0 : hub.recent(stream).length;
    if (stream !== undefined && frames > 0) send(stream, frames);
  };

  return [
    {
      kind: 'duplicate frame',
      weight: 3,
      strike: async () => onSomeStream((stream) => void faults.repeatLast(stream)),
    },
    {
      kind: 'late frame',
      weight: 3,
      strike: async () =>
        onSomeStream((stream, frames) => {
          const back = Math.min(frames - 1, Math.ceil(random() * FURTHEST_BACK));
          faults.sendOlder(stream, back);
        }),
    },
    {
      kind: 'reordered frames',
      weight: 3,
      strike: async () =>
        onSomeStream((stream, frames) => {
          for (let back = 0; back < Math.min(4, frames); back++) faults.sendOlder(stream, back);
        }),
    },
    {
      kind: 'truncated frame',
      weight: 1,
      strike: async () => onSomeStream((stream) => void faults.sendTruncated(stream)),
    },
    {
      kind: 'meaningless frame',
      weight: 1,
      strike: async () => void faults.sendRaw('{"stream":"btcusdt@trade","data":{"e":"news"}}'),
    },
  ];
}
