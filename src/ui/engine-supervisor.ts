/**
 * Keeps an engine running: starts the worker, watches over it, and replaces one that died or hangs.
 *
 * Guarantees:
 * - at most one worker is alive: the old one is terminated and no longer listened to before the next
 *   one is opened, so that its locks and sockets are free and nothing late of it is applied;
 * - one that cannot be loaded, crashes, reports a broken invariant or posts what cannot be read is
 *   replaced at once; one that is silent is asked again and again, and is hung after `HANG_MS`
 *   (`LOAD_MS` before its first sign of life) with at least two questions unanswered;
 * - silence is counted in turns that this page itself takes, and a turn counts for `MOST_PER_TURN_MS`
 *   at most: sleep, a frozen or blocked page and a changed clock are no hang, a hidden page whose
 *   timers run once a minute decides within minutes;
 * - starts back off (1 s, 2 s, 4 s … 1 minute), from the beginning again once an engine has been up
 *   for a minute, and never end;
 * - a command reaches a running engine at least once and in order: it waits while there is none, and
 *   one that a lost engine may not have carried out is given to the next. What was already with two
 *   engines that were lost is not tried a third time: it may be what ends them. At most
 *   `MOST_COMMANDS` are kept. Wishes that every start carries anyway are not kept.
 */
import type { Command, EngineEvent, Ping, Pong } from '../protocol/messages.ts';
import type { PageClock } from './page-clock.ts';

export interface EngineWorker {
  onmessage: ((event: MessageEvent<EngineEvent | Pong>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: Command | Ping): void;
  terminate(): void;
}

export type EngineFault = 'not-loaded' | 'failed' | 'crashed' | 'hung' | 'unreadable';

export interface EngineLoss {
  readonly fault: EngineFault;
  /** What the worker or the browser said; empty if nothing. */
  readonly reason: string;
  /** Losses in a row, this one among them. */
  readonly failures: number;
  /** Until the next start. */
  readonly retryMs: number;
}

export interface SupervisorParts {
  /** May throw. */
  readonly open: () => EngineWorker;
  readonly clock: PageClock;
  /** What a new engine is told before anything else. */
  readonly begin: () => readonly Command[];
  readonly onEvent: (event: EngineEvent) => void;
  readonly onLoss: (loss: EngineLoss) => void;
  /** More was asked for than can be kept; the oldest command was given up. */
  readonly onDropped: (command: Command) => void;
}

export interface EngineSupervisor {
  send(command: Command): void;
  /** Starts at once an engine that waits for its turn or does not get up; leaves a running one alone. */
  startNow(): void;
  /** Ends the engine and the watch over it. */
  stop(): void;
}

export const TURN_MS = 5_000;
export const MOST_PER_TURN_MS = 10_000;
export const HANG_MS = 20_000;
export const LOAD_MS = 60_000;
export const STEADY_MS = 60_000;
export const MOST_COMMANDS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const FEWEST_QUESTIONS = 2;
const MOST_LOSSES = 2;

interface Letter {
  readonly command: Command;
  /** The last question before it was posted: an answer to a later one says that it was received. */
  postedAfter: number;
  /** Running engines that were lost with it. */
  losses: number;
}

export function createEngineSupervisor(parts: SupervisorParts): EngineSupervisor {
  const { open, clock, begin, onEvent, onLoss, onDropped } = parts;
  let engine: EngineWorker | null = null;
  let timer: { cancel(): void } | undefined;
  let letters: Letter[] = [];
  let failures = 0;
  /** When the engine answered `start`; null until then. */
  let startedAt: number | null = null;
  let hasAnswered = false;
  let lastPing = 0;
  let unanswered = 0;
  let silentMs = 0;
  let countedAt = 0;

  const start = (): void => {
    end();
    startedAt = null;
    hasAnswered = false;
    noteLife();
    let worker: EngineWorker;
    try {
      worker = open();
    } catch (error) {
      return lose('not-loaded', String(error));
    }
    engine = worker;
    listenTo(worker);
    for (const command of begin()) worker.postMessage(command);
    for (const letter of letters) post(worker, letter);
    timer = clock.setTimer(takeTurn, TURN_MS);
  };

  const listenTo = (worker: EngineWorker): void => {
    worker.onmessage = ({ data }) => receive(data);
    worker.onmessageerror = () => lose('unreadable', '');
    worker.onerror = ({ message }) => lose(hasAnswered ? 'crashed' : 'not-loaded', message ?? '');
  };

  const receive = (message: EngineEvent | Pong): void => {
    hasAnswered = true;
    noteLife();
    if (message.type === 'pong') return acknowledge(message.id);
    if (message.type === 'engineFailed') return lose('failed', message.message);
    if (message.type === 'engineStarted') startedAt = clock.now();
    onEvent(message);
  };

  const noteLife = (): void => {
    silentMs = 0;
    unanswered = 0;
    countedAt = clock.now();
  };

  /** An engine that is still starting has received its commands and carried out none. */
  const acknowledge = (ping: number): void => {
    if (startedAt !== null) letters = letters.filter(({ postedAfter }) => postedAfter >= ping);
  };

  const takeTurn = (): void => {
    const now = clock.now();
    silentMs += Math.min(Math.max(now - countedAt, 0), MOST_PER_TURN_MS);
    countedAt = now;
    const patience = hasAnswered ? HANG_MS : LOAD_MS;
    if (silentMs >= patience && unanswered >= FEWEST_QUESTIONS) return lose('hung', '');
    unanswered += 1;
    lastPing += 1;
    engine?.postMessage({ type: 'ping', id: lastPing });
    timer = clock.setTimer(takeTurn, TURN_MS);
  };

  const lose = (fault: EngineFault, reason: string): void => {
    end();
    const wasStarted = startedAt !== null;
    if (startedAt !== null && clock.now() - startedAt >= STEADY_MS) failures = 0;
    for (const letter of letters) if (wasStarted && letter.postedAfter >= 0) letter.losses += 1;
    letters = letters.filter(({ losses }) => losses < MOST_LOSSES);
    for (const letter of letters) letter.postedAfter = -1;
    startedAt = null;
    failures += 1;
    const retryMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    timer = clock.setTimer(start, retryMs);
    onLoss({ fault, reason, failures, retryMs });
  };

  const end = (): void => {
    timer?.cancel();
    if (!engine) return;
    engine.onmessage = null;
    engine.onmessageerror = null;
    engine.onerror = null;
    engine.terminate();
    engine = null;
  };

  const post = (to: EngineWorker, letter: Letter): void => {
    to.postMessage(letter.command);
    letter.postedAfter = lastPing;
  };

  start();
  return {
    send(command) {
      if (isCarriedByStart(command)) return void engine?.postMessage(command);
      // Copied when it has to wait, and refused here and now if it could not be posted.
      const kept = engine ? command : structuredClone(command);
      const letter: Letter = { command: kept, postedAfter: -1, losses: 0 };
      if (engine) post(engine, letter);
      letters.push(letter);
      if (letters.length <= MOST_COMMANDS) return;
      const [oldest] = letters.splice(0, 1);
      if (oldest && oldest.postedAfter < 0) onDropped(oldest.command);
    },
    startNow() {
      if (startedAt === null) start();
    },
    stop: end,
  };
}

/** What a new engine learns by starting: to forget these with the old one loses nothing. */
function isCarriedByStart({ type }: Command): boolean {
  return (
    type === 'start' ||
    type === 'setVisibility' ||
    type === 'leave' ||
    type === 'return' ||
    type === 'wake' ||
    type === 'connect' ||
    type === 'disconnect' ||
    type === 'reconnect' ||
    type === 'selectSeries'
  );
}
