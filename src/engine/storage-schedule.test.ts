import * as fc from 'fast-check';
import { deleteDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { mergeAlerts } from '../domain/alert.ts';
import type { Alert } from '../domain/alert.ts';
import { priceLevelRule } from '../domain/rules/ready-made.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { sampleAlert } from '../testing/sample-alert.ts';
import { createStorageBench } from '../testing/storage-bench.ts';
import type { AlertChange } from './alerts/alert-store.ts';

const RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 100_000, direction: 'above' });
const STEPS = ['open', 'readAlerts', 'writeAlerts', 'readProfile', 'writeProfile'] as const;

const CHANGES: readonly AlertChange[] = [
  { status: 'EXPIRED' },
  { status: 'DISMISSED', dismissedAt: 7 },
  { announcedAt: 5 },
];

const anyAct = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('add'), id: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('change'),
      id: fc.nat(5),
      change: fc.constantFrom(...CHANGES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('set'), size: fc.integer({ min: 10, max: 99 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('rule'), id: fc.nat(3), isKept: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('fail'),
      fault: fc.constantFrom('refuse' as const, 'break' as const, 'hang' as const),
      steps: fc.subarray([...STEPS], { minLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('repair') }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('delete') }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('pass'), ms: fc.nat(12_000) }) },
);

describe('under any schedule of faults', () => {
  it('everything is in the database in the end, once, as it has become', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 25 }), async (acts) => {
        const bench = createStorageBench();
        const { storage, database, pass } = bench;
        const alerts = new Map<string, Alert>();
        const rules = new Map<string, unknown>();
        let size: number | undefined;
        const underway: Promise<unknown>[] = [storage.profile.load()];
        await pass(0);
        for (const act of acts) {
          if ('size' in act) {
            ({ size } = act);
            underway.push(
              storage.profile.saveSettings({ ...DEFAULT_SETTINGS, historySize: act.size }),
            );
          } else if ('isKept' in act) {
            const rule = { ...RULE, id: `rule-${act.id}` };
            if (act.isKept) rules.set(rule.id, rule);
            else rules.delete(rule.id);
            const { saveRule, deleteRule } = storage.profile;
            underway.push(act.isKept ? saveRule(rule) : deleteRule(rule.id));
          } else if ('change' in act) {
            // The engine changes only what it has been told is stored.
            const known = alerts.get(`${act.id}`);
            if (!known) continue;
            await pass(6_000);
            alerts.set(known.id, mergeAlerts(known, { ...known, ...act.change }));
            underway.push(storage.alerts.change([known.id], act.change));
          } else if ('id' in act) {
            const alert = sampleAlert({ id: `${act.id}`, createdAt: act.id });
            if (!alerts.has(alert.id)) alerts.set(alert.id, alert);
            underway.push(storage.alerts.add(alert));
          } else if ('fault' in act) database.fail(act.fault, ...act.steps);
          else if ('ms' in act) await pass(act.ms);
          else if (act.type === 'repair') database.repair();
          else if (act.type === 'delete') underway.push(deleteDB(bench.name));
          await pass(0);
        }
        database.repair();
        await pass(70_000);
        await Promise.all(underway);
        expect(storage.isStored).toBe(true);
        const stored = await bench.alertsOnDisk();
        expect(stored).toEqual([...alerts.values()].toSorted((a, b) => a.createdAt - b.createdAt));
        await bench.onDisk(async (other) => {
          expect(await other.get('values', 'settings')).toEqual(
            size === undefined ? undefined : { ...DEFAULT_SETTINGS, historySize: size },
          );
          expect(new Set(await other.getAll('rules'))).toEqual(new Set(rules.values()));
        });
        storage.dispose();
      }),
      { numRuns: 60 },
    );
  });
});
