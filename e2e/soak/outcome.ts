/** What a soak run came to, and whether it is good enough. */
import { isLeaking, memoryGrowth } from './memory-growth.ts';
import type { MemoryReading } from './memory-growth.ts';
import type { SoakOptions } from './options.ts';
import type { StoredAlert } from './stored-alerts.ts';
import type { PageNote } from './watch-page.ts';

export interface StruckFault {
  readonly kind: string;
  /** On the market's clock, epoch milliseconds. */
  readonly at: number;
}

export interface SoakOutcome {
  readonly options: SoakOptions;
  readonly seconds: number;
  /** Closed candles that were to be judged, over all series. */
  readonly candles: number;
  readonly frames: number;
  readonly faults: readonly StruckFault[];
  readonly engines: number;
  readonly gapsFound: number;
  readonly gapsFilled: number;
  readonly alertsExpected: number;
  readonly alertsRaised: number;
  readonly alertsLate: number;
  /** Ids of alerts. */
  readonly lost: readonly string[];
  readonly unexpected: readonly string[];
  readonly toldTwice: readonly string[];
  /** Stored, and no page was ever told to ring for them. */
  readonly untold: readonly string[];
  /** A page was told, and that is not noted: they might be told again. */
  readonly unconfirmed: readonly string[];
  readonly notifications: number;
  readonly notifiedTwice: readonly string[];
  readonly attempts: number;
  readonly connections: number;
  readonly mostConnections: number;
  readonly maxMessagesInOneSecond: number;
  readonly kicked: number;
  readonly observerFaults: number;
  readonly dropped: number;
  /** While one engine lived on, after it had warmed up, oldest first. */
  readonly memory: readonly MemoryReading[];
  /** What pages and engines complained of, each once. */
  readonly complaints: readonly string[];
}

const MOST_MESSAGES = 5;
/** In a shorter run the engine does not live long enough to be warm. */
const FEWEST_MINUTES_FOR_MEMORY = 8;

/** What pages have told, summed up. */
export function sumUpNotes(notes: readonly PageNote[]) {
  const gaps = new Map<string, Extract<PageNote, { type: 'health' }>>();
  const engines = new Set<string>();
  const complaints = new Set<string>();
  const due: string[] = [];
  const notified: string[] = [];
  let notifications = 0;
  for (const note of notes) {
    if (note.type === 'engine') engines.add(note.engine);
    else if (note.type === 'due') due.push(...note.ids);
    else if (note.type === 'fault') complaints.add(note.text);
    else if (note.type === 'notified') {
      notifications += 1;
      notified.push(...note.ids);
    } else if (note.isDelivering) gaps.set(note.engine, note);
  }
  const sum = (pick: (note: Extract<PageNote, { type: 'health' }>) => number): number =>
    [...gaps.values()].reduce((total, note) => total + pick(note), 0);
  return {
    engines: engines.size,
    complaints: [...complaints],
    toldTwice: repeated(due),
    notifications,
    notifiedTwice: repeated(notified),
    gapsFound: sum(({ gapsFound }) => gapsFound),
    gapsFilled: sum(({ gapsFilled }) => gapsFilled),
    observerFaults: sum(({ observerFaults }) => observerFaults),
    dropped: sum(({ dropped }) => dropped),
  };
}

/** The alerts that some page was told to ring for. */
export function toldIn(notes: readonly PageNote[]): ReadonlySet<string> {
  return new Set(notes.flatMap((note) => (note.type === 'due' ? note.ids : [])));
}

/** What should have been raised and told against what was. */
export function compareAlerts(
  expected: ReadonlySet<string>,
  stored: readonly StoredAlert[],
  told: ReadonlySet<string>,
) {
  const open = stored.filter(({ announcedAt }) => announcedAt === null).map(({ id }) => id);
  const ids = new Set(stored.map(({ id }) => id));
  return {
    alertsExpected: expected.size,
    alertsRaised: stored.length,
    alertsLate: stored.filter(({ late }) => late).length,
    lost: [...expected].filter((id) => !ids.has(id)),
    unexpected: [...ids].filter((id) => !expected.has(id)),
    untold: open.filter((id) => !told.has(id)),
    unconfirmed: open.filter((id) => told.has(id)),
  };
}

/** In words, what must not be; empty for a good run. */
export function failuresOf(outcome: SoakOutcome): string[] {
  const failures: string[] = [];
  const none = (what: string, count: number): void => {
    if (count > 0) failures.push(`${what}: ${count}`);
  };
  none('alerts lost', outcome.lost.length);
  none('alerts raised that nobody expected', outcome.unexpected.length);
  none('alerts told twice', outcome.toldTwice.length);
  none('alerts never told', outcome.untold.length);
  none('alerts told and not noted as told', outcome.unconfirmed.length);
  none('notifications shown twice', outcome.notifiedTwice.length);
  none('connections closed for too many messages', outcome.kicked);
  none('observers that threw', outcome.observerFaults);
  if (outcome.maxMessagesInOneSecond > MOST_MESSAGES) {
    failures.push(`messages in one second: ${outcome.maxMessagesInOneSecond}`);
  }
  if (outcome.alertsExpected === 0) failures.push('no alert was expected: the run shows nothing');
  if (outcome.options.minutes < FEWEST_MINUTES_FOR_MEMORY) return failures;
  for (const part of ['worker', 'page'] as const) {
    const grown = memoryGrowth(outcome.memory, part);
    if (grown && isLeaking(grown)) {
      failures.push(`memory of the ${part} grew by ${(grown.share * 100).toFixed(1)} %`);
    }
  }
  return failures;
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice];
}
