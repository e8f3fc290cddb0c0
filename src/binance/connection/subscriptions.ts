/**
 * Makes what a link is subscribed to equal to what is desired.
 *
 * Guarantees:
 * - Messages are paced as `message-pace.ts` says, whatever they are for, up to 200 names each,
 *   removals first, and never more than 1,024 streams at once.
 * - Every message is acknowledged or tried again: unanswered ones after 5 s, refused ones with
 *   backoff and in smaller batches until the wrong name stands alone. After 6 failures in a row a
 *   stream is reported as failed and tried again every 5 minutes.
 * - An answer that comes late still counts.
 */
import type { Clock, Random, Timer } from '../ports.ts';
import { backoffDelayMs } from './backoff.ts';
import type { Reply } from './frame.ts';
import { createMessagePace } from './message-pace.ts';
import { createStreamLedger, FAILURES_TO_GIVE_UP } from './stream-ledger.ts';

type Method = 'SUBSCRIBE' | 'UNSUBSCRIBE' | 'LIST_SUBSCRIPTIONS';

interface Message {
  readonly id: number;
  readonly method: Method;
  readonly streams: readonly string[];
}

export interface SubscriptionHandlers {
  /** The server delivers these from now on. */
  readonly onAcknowledged: (streams: readonly string[]) => void;
  /** The server is being told to stop these. */
  readonly onRemoved: (streams: readonly string[]) => void;
  /** Acknowledged once, but not in the server's own list: delivered no more, nobody knows since when. */
  readonly onLost: (streams: readonly string[]) => void;
  /** Something else in the status has changed. */
  readonly onChange: () => void;
}

export interface SubscriptionParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly send: (text: string) => void;
  readonly handlers: SubscriptionHandlers;
}

export interface Subscriptions {
  setStreams(desired: ReadonlySet<string>): void;
  /** The link is open. */
  start(): void;
  stop(): void;
  onReply(reply: Reply): void;
  /** Asks for the server's own list when nothing else is under way, and mends what differs. */
  verify(): void;
  /** Removes these and adds them again: the server holds them, but does not deliver. */
  renew(streams: readonly string[]): void;
  readonly acknowledged: number;
  readonly isSettled: boolean;
  failedStreams(): string[];
}

const RETRY = { minMs: 500, maxMs: 15_000 } as const;
const RETRY_FAILED_MS = 5 * 60_000;
const LATE_ANSWERS_REMEMBERED = 8;

export function createSubscriptions(parts: SubscriptionParts): Subscriptions {
  const { clock, random, send, handlers } = parts;
  const ledger = createStreamLedger();
  const rests = new Set<Timer>();
  const overdue: Message[] = [];
  let isStarted = false;
  let wantsList = false;
  let lastId = 0;
  let inFlight: Message | undefined;

  const pace = createMessagePace(clock, () => pump());

  const nextRequest = (): Omit<Message, 'id'> | undefined => {
    const removals = ledger.nextRemovals();
    if (removals.length > 0) return { method: 'UNSUBSCRIBE', streams: removals };
    const additions = ledger.nextAdditions();
    if (additions.length > 0) return { method: 'SUBSCRIBE', streams: additions };
    return wantsList ? { method: 'LIST_SUBSCRIPTIONS', streams: [] } : undefined;
  };

  const pump = (): void => {
    if (!isStarted || !pace.isFree) return;
    const request = nextRequest();
    if (!request) return;
    const message = { ...request, id: ++lastId };
    inFlight = message;
    wantsList = false;
    ledger.asked(message.streams);
    pace.started(() => onUnanswered(message));
    const { id, method, streams } = message;
    send(JSON.stringify(streams.length > 0 ? { method, params: streams, id } : { method, id }));
    if (method === 'UNSUBSCRIBE') handlers.onRemoved(streams);
  };

  const fail = ({ streams }: Message, isRefusal: boolean): void => {
    if (streams.length === 0) return;
    const failures = ledger.failed(streams, isRefusal);
    const delayMs =
      failures < FAILURES_TO_GIVE_UP
        ? backoffDelayMs(failures - 1, RETRY, random)
        : RETRY_FAILED_MS;
    const rest = clock.setTimer(() => {
      rests.delete(rest);
      ledger.rested(streams);
      pump();
    }, delayMs);
    rests.add(rest);
    handlers.onChange();
  };

  const onUnanswered = (message: Message): void => {
    inFlight = undefined;
    overdue.push(message);
    if (overdue.length > LATE_ANSWERS_REMEMBERED) overdue.shift();
    fail(message, false);
  };

  const succeed = ({ method, streams }: Message, list: readonly string[] | null): void => {
    if (method === 'LIST_SUBSCRIPTIONS') {
      if (!list) return;
      const lost = ledger.reconcile(list);
      if (lost.length > 0) handlers.onLost(lost);
      return;
    }
    const isPresent = method === 'SUBSCRIBE';
    ledger.confirmed(streams, isPresent);
    if (isPresent) handlers.onAcknowledged(streams);
    handlers.onChange();
  };

  /** An error without an id can only mean the one message that waits. */
  const messageOf = (reply: Reply): Message | undefined => {
    if (inFlight && (reply.id === inFlight.id || (reply.id === null && reply.error !== null))) {
      const message = inFlight;
      inFlight = undefined;
      pace.answered();
      return message;
    }
    const index = overdue.findIndex((message) => message.id === reply.id);
    return index < 0 ? undefined : overdue.splice(index, 1)[0];
  };

  return {
    setStreams(desired) {
      ledger.setDesired(desired);
      pump();
    },
    start() {
      isStarted = true;
      pump();
    },
    stop() {
      isStarted = false;
      inFlight = undefined;
      pace.stop();
      for (const rest of rests) rest.cancel();
      rests.clear();
    },
    onReply(reply) {
      const isLate = inFlight?.id !== reply.id;
      const message = messageOf(reply);
      if (!message) return;
      if (reply.error === null) succeed(message, reply.list);
      // A late refusal was already counted as a failure when its time ran out.
      else if (!isLate || reply.id === null) fail(message, true);
      pump();
    },
    verify() {
      if (inFlight) return;
      wantsList = true;
      pump();
    },
    renew(streams) {
      ledger.renew(streams);
      pump();
    },
    get acknowledged() {
      return ledger.acknowledged;
    },
    get isSettled() {
      return ledger.isSettled;
    },
    failedStreams: () => ledger.failedStreams(),
  };
}
