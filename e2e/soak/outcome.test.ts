import { describe, expect, it } from 'vitest';
import { compareAlerts, failuresOf, sumUpNotes } from './outcome.ts';
import type { SoakOutcome } from './outcome.ts';
import { parseOptions } from './options.ts';
import { soakTable } from './table.ts';
import type { PageNote } from './watch-page.ts';

const MIB = 2 ** 20;

function outcome(changes: Partial<SoakOutcome> = {}): SoakOutcome {
  return {
    options: parseOptions(['10', '--seed', '5'], 0),
    seconds: 60,
    candles: 900,
    frames: 12_345,
    faults: ['1006', 'offline', '1006'].map((kind) => ({ kind, at: 0 })),
    engines: 2,
    gapsFound: 4,
    gapsFilled: 4,
    alertsExpected: 10,
    alertsRaised: 10,
    alertsLate: 3,
    lost: [],
    unexpected: [],
    toldTwice: [],
    untold: [],
    unconfirmed: [],
    notifications: 1,
    notifiedTwice: [],
    attempts: 3,
    connections: 3,
    mostConnections: 2,
    maxMessagesInOneSecond: 2,
    kicked: 0,
    observerFaults: 0,
    dropped: 0,
    memory: [],
    complaints: [],
    ...changes,
  };
}

function health(engine: string, gapsFound: number, isDelivering = true): PageNote {
  const counts = { gapsFound, gapsFilled: gapsFound, observerFaults: 0, dropped: 1 };
  return { type: 'health', engine, isDelivering, ...counts };
}

describe('what pages have told', () => {
  it('counts each engine that leads by its last word, and those that follow not at all', () => {
    const summed = sumUpNotes([
      { type: 'engine', engine: 'a' },
      health('a', 1),
      health('a', 3),
      { type: 'engine', engine: 'b' },
      health('b', 9, false),
      health('b', 2),
    ]);
    expect(summed).toMatchObject({ engines: 2, gapsFound: 5, gapsFilled: 5, dropped: 2 });
  });

  it('finds what was told or notified twice, whoever did it', () => {
    const summed = sumUpNotes([
      { type: 'due', engine: 'a', ids: ['x', 'y'] },
      { type: 'due', engine: 'b', ids: ['y'] },
      { type: 'notified', ids: ['x'] },
      { type: 'notified', ids: ['z', 'x'] },
    ]);
    expect(summed).toMatchObject({ toldTwice: ['y'], notifications: 2, notifiedTwice: ['x'] });
  });
});

describe('alerts', () => {
  it('that are missing, too many, or never told are named', () => {
    const stored = [
      { id: 'a', late: false, announcedAt: 1 },
      { id: 'b', late: true, announcedAt: null },
      { id: 'c', late: false, announcedAt: null },
    ];
    expect(compareAlerts(new Set(['a', 'c', 'd']), stored, new Set(['a', 'c']))).toEqual({
      alertsExpected: 3,
      alertsRaised: 3,
      alertsLate: 1,
      lost: ['d'],
      unexpected: ['b'],
      untold: ['b'],
      unconfirmed: ['c'],
    });
  });
});

describe('the verdict', () => {
  it('is good where nothing is wrong', () => {
    expect(failuresOf(outcome())).toEqual([]);
    expect(soakTable(outcome())).toContain('GOOD');
  });

  it.each<[string, Partial<SoakOutcome>]>([
    ['lost', { lost: ['a'] }],
    ['nobody expected', { unexpected: ['a'] }],
    ['told twice', { toldTwice: ['a'] }],
    ['never told', { untold: ['a'] }],
    ['not noted as told', { unconfirmed: ['a'] }],
    ['shown twice', { notifiedTwice: ['a'] }],
    ['too many messages', { kicked: 1 }],
    ['messages in one second', { maxMessagesInOneSecond: 6 }],
    ['no alert was expected', { alertsExpected: 0 }],
    [
      'memory of the worker',
      {
        memory: Array.from({ length: 9 }, (_, place) => ({
          worker: (10 + place) * MIB,
          page: 7 * MIB,
          alerts: 100,
        })),
      },
    ],
  ])('is bad, and says so: %s', (words, changes) => {
    const [failure, ...others] = failuresOf(outcome(changes));
    expect(failure).toContain(words);
    expect(others).toEqual([]);
    expect(soakTable(outcome(changes))).toContain('NOT GOOD');
  });
});

describe('a short run', () => {
  it('says nothing of memory, because the engine was not warm yet', () => {
    const memory = [1, 2, 3, 4, 5, 6].map((worker) => ({ worker, page: worker, alerts: 0 }));
    const options = parseOptions(['4'], 0);
    expect(failuresOf(outcome({ memory, options }))).toEqual([]);
  });
});

describe('the table', () => {
  it('counts faults by kind, the most frequent first', () => {
    const lines = soakTable(outcome()).split('\n');
    const first = lines.findIndex((line) => line.startsWith('faults'));
    expect(lines.slice(first, first + 3).map((line) => line.split(/\s{2,}/))).toEqual([
      ['faults', '3'],
      ['', '1006', '2'],
      ['', 'offline', '1'],
    ]);
  });

  it('names some of the alerts in question', () => {
    const text = soakTable(outcome({ lost: ['a', 'b', 'c', 'd', 'e', 'f'] }));
    expect(text).toMatch(/lost\s+6 \(a, b, c, d, e, …\)/);
  });
});
