import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMatch } from '../../domain/alert-filter.ts';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import type { Alert } from '../../domain/alert.ts';
import type { StoredAlerts } from '../alerts/alert-store.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { createStorageBench } from '../../testing/storage-bench.ts';
import { openDatabase } from './database.ts';
import { createIndexedAlertStore } from './indexed-alert-store.ts';
import { readNewest } from './read-newest.ts';

let databases = 0;

async function databaseWith(alerts: readonly Alert[]) {
  const database = await openDatabase(`newest-${databases++}`, () => undefined);
  await createIndexedAlertStore(database).upsert(alerts);
  return database;
}

/** Few values, so that many alerts share a time and a filter has several matches. */
const anyAlert = fc
  .record({
    symbol: fc.constantFrom('BTCUSDT', 'ETHUSDT', 'SOLUSDT'),
    signalType: fc.constantFrom('BUY' as const, 'SELL' as const),
    indicator: fc.constantFrom('First', 'Second'),
    ruleId: fc.constantFrom('first', 'second'),
    status: fc.constantFrom('ACTIVE' as const, 'DISMISSED' as const),
    createdAt: fc.integer({ min: 1, max: 12 }),
  })
  .map((fields) => sampleAlert(fields));

const someAlerts = fc
  .array(anyAlert, { maxLength: 40 })
  .map((alerts) => alerts.map((alert, index) => ({ ...alert, id: `alert-${index}` })));

const anyFilter: fc.Arbitrary<AlertFilter> = fc.record(
  {
    symbol: fc.constantFrom('BTCUSDT', 'ETHUSDT', 'XRPUSDT'),
    signalType: fc.constantFrom('BUY' as const, 'SELL' as const),
    indicator: fc.constantFrom('First', 'Third'),
    ruleId: fc.constantFrom('first', 'second'),
    status: fc.constantFrom('DISMISSED' as const, 'EXPIRED' as const),
    since: fc.integer({ min: 0, max: 13 }),
    until: fc.integer({ min: 0, max: 13 }),
  },
  { requiredKeys: [] },
);

const anyBefore = fc.option(fc.integer({ min: 0, max: 13 }), { nil: Infinity });
const anyLimit = fc.integer({ min: 1, max: 15 });

interface Question {
  readonly limit: number;
  readonly before: number;
  readonly filter: AlertFilter;
}

/** What `AlertStore.newest` promises, the slow and plain way. Alerts of one time come in any order. */
function expected(alerts: readonly Alert[], { limit, before, filter }: Question) {
  const matching = alerts.filter((alert) => alert.createdAt <= before && isMatch(alert, filter));
  const times = matching.map(({ createdAt }) => createdAt).toSorted((a, b) => b - a);
  const last = times.filter((time) => time < before)[limit - 1] ?? -Infinity;
  const page = matching.filter(({ createdAt }) => createdAt >= last);
  return {
    ids: page.map(({ id }) => id).toSorted(),
    times: times.filter((time) => time >= last),
    hasAll: page.length === matching.length,
  };
}

function answered(page: StoredAlerts, wanted: ReturnType<typeof expected>) {
  return {
    ids: page.alerts.map(({ id }) => id).toSorted(),
    times: page.alerts.map(({ createdAt }) => createdAt),
    // Rows that are older may all fail to match: that there are some is no promise.
    hasAll: page.older === 'some' ? wanted.hasAll : true,
  };
}

describe('a page of the history', () => {
  it('is what was asked for, whatever the filter and whichever index answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        someAlerts,
        anyLimit,
        anyBefore,
        anyFilter,
        fc.integer({ min: 1, max: 20 }),
        async (alerts, limit, before, filter, batch) => {
          const database = await databaseWith(alerts);
          const page = await readNewest(database, limit, before, filter, batch);
          const wanted = expected(alerts, { limit, before, filter });
          expect(answered(page, wanted)).toEqual(wanted);
          database.close();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is the same while some of it is only in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        someAlerts,
        fc.integer({ min: 0, max: 40 }),
        anyLimit,
        anyBefore,
        anyFilter,
        async (alerts, stored, limit, before, filter) => {
          const { storage, database } = createStorageBench();
          await storage.profile.load();
          for (const [index, alert] of alerts.entries()) {
            if (index === stored) database.fail('refuse', 'writeAlerts');
            await storage.alerts.add(alert);
          }
          const page = await storage.alerts.newest(limit, before, filter);
          const wanted = expected(alerts, { limit, before, filter });
          expect(answered(page, wanted)).toEqual(wanted);
          storage.dispose();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('follows the one before without a gap, to the end', async () => {
    await fc.assert(
      fc.asyncProperty(someAlerts, anyLimit, anyFilter, async (alerts, limit, filter) => {
        const database = await databaseWith(alerts);
        const seen: string[] = [];
        let before = Infinity;
        for (;;) {
          const page = await readNewest(database, limit, before, filter);
          seen.push(...page.alerts.map(({ id }) => id));
          const last = page.alerts.at(-1);
          if (page.older === 'none' || !last) break;
          before = last.createdAt - 1;
        }
        const matching = alerts.filter((alert) => isMatch(alert, filter)).map(({ id }) => id);
        expect(seen.toSorted()).toEqual(matching.toSorted());
        database.close();
      }),
      { numRuns: 30 },
    );
  });
});
