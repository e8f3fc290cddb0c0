import { memoryGrowth } from './memory-growth.ts';
import type { MemoryReading } from './memory-growth.ts';
import { failuresOf } from './outcome.ts';
import type { SoakOutcome } from './outcome.ts';

const EXAMPLES = 5;

/** The outcome as text: two columns, the faults by kind, and the verdict. */
export function soakTable(outcome: SoakOutcome): string {
  const { options, faults, memory } = outcome;
  const struck = countByKind(faults.map(({ kind }) => kind));
  const rows: readonly (readonly [string, string])[] = [
    ['run', `${minutes(outcome.seconds)}, seed ${options.seed}, ${options.speed} times as fast`],
    ['frames', number(outcome.frames)],
    ['candles judged', number(outcome.candles)],
    ['faults', number(faults.length)],
    ...struck.map(([kind, count]) => [`  ${kind}`, number(count)] as const),
    ['engines started', number(outcome.engines)],
    ['gaps found', number(outcome.gapsFound)],
    ['gaps filled', number(outcome.gapsFilled)],
    ['alerts expected', number(outcome.alertsExpected)],
    ['alerts raised', `${number(outcome.alertsRaised)} (${number(outcome.alertsLate)} late)`],
    ['lost', listed(outcome.lost)],
    ['raised and not expected', listed(outcome.unexpected)],
    ['duplicates (told twice)', listed(outcome.toldTwice)],
    ['never told', listed(outcome.untold)],
    ['told and not noted as told', listed(outcome.unconfirmed)],
    ['notifications', number(outcome.notifications)],
    ['notifications shown twice', listed(outcome.notifiedTwice)],
    ['connection attempts', `${number(outcome.attempts)}, ${number(outcome.connections)} opened`],
    ['connections at once, at most', number(outcome.mostConnections)],
    ['messages in a second, at most', number(outcome.maxMessagesInOneSecond)],
    ['frames dropped by the queue', number(outcome.dropped)],
    ['worker memory', growth(memory, 'worker')],
    ['page memory', growth(memory, 'page')],
    ...outcome.complaints.map((text) => ['complaint', text] as const),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const failures = failuresOf(outcome);
  const verdict = failures.length === 0 ? 'GOOD' : `NOT GOOD\n  ${failures.join('\n  ')}`;
  return [...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`), '', verdict].join(
    '\n',
  );
}

/** The most frequent first. */
function countByKind(kinds: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

function minutes(seconds: number): string {
  return `${(seconds / 60).toFixed(1)} min`;
}

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return '0';
  const more = ids.length > EXAMPLES ? ', …' : '';
  return `${number(ids.length)} (${ids.slice(0, EXAMPLES).join(', ')}${more})`;
}

function growth(readings: readonly MemoryReading[], part: 'worker' | 'page'): string {
  const mega = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(2)} MiB`;
  const grown = memoryGrowth(readings, part);
  if (grown) {
    const { start, end, allowed, share } = grown;
    const percent = `${share >= 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)} %`;
    const without = `${percent} without ${mega(allowed)} for alerts that came meanwhile`;
    return `${mega(start)} at the start, ${mega(end)} at the end (${without})`;
  }
  if (readings.length === 0) return 'not measured: the run was too short';
  return `${readings.map((reading) => mega(reading[part])).join(', ')}: too few readings to judge`;
}
