/**
 * Random faults at random times. On failure the seed and its schedule are printed: to see it again,
 * `FAULT_SEED=<seed> npx vitest run src/engine/fault-schedule.test.ts`. `FAULT_RUNS` sets how many
 * seeds are tried.
 */
import { describe, expect, it } from 'vitest';
import { describePlan, planFaults, runPlan } from '../testing/market-server/fault-schedule.ts';
import { brokenInvariants } from '../testing/market-server/invariants.ts';

const RUNS = Number(process.env['FAULT_RUNS'] ?? 200);
const SEED = process.env['FAULT_SEED'];
const SEEDS =
  SEED === undefined ? Array.from({ length: RUNS }, (_, index) => index + 1) : [Number(SEED)];
/** Far longer than a run takes: a run that does not end is a failure too. */
const PATIENCE_MS = 60_000 + RUNS * 2_000;

describe('faults at random times', () => {
  it('are the same for the same seed, to the millisecond', async () => {
    const [one, other] = [await runPlan(planFaults(7)), await runPlan(planFaults(7))];
    expect(one.browser.diary).toEqual(other.browser.diary);
    expect(one.server.rest.asked).toEqual(other.server.rest.asked);
  }, 60_000);

  it(
    'lose no candle, no alert and no ring, and double none',
    async () => {
      const unhandled: unknown[] = [];
      const note = (reason: unknown) => void unhandled.push(reason);
      process.on('unhandledRejection', note);
      const failed: string[] = [];
      for (const seed of SEEDS) {
        const plan = planFaults(seed);
        const scene = await runPlan(plan);
        const broken = await brokenInvariants(scene);
        broken.push(...unhandled.splice(0).map((reason) => `unhandled: ${String(reason)}`));
        if (broken.length > 0) failed.push([describePlan(plan), ...broken].join('\n'));
      }
      process.off('unhandledRejection', note);
      expect(failed.join('\n\n')).toBe('');
    },
    PATIENCE_MS,
  );
});
