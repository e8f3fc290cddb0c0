import { describe, expect, it } from 'vitest';
import { createRandom } from '../exchange/random.ts';
import { chooseFault, runLane } from './fault.ts';
import type { SoakFault } from './fault.ts';

function fault(kind: string, weight: number, strike: () => void = () => undefined): SoakFault {
  return { kind, weight, strike: async () => strike() };
}

describe('the choice of a fault', () => {
  it('follows the weights', () => {
    const faults = [fault('often', 3), fault('seldom', 1), fault('never', 0)];
    const random = createRandom(5);
    const counts: Record<string, number> = {};
    for (let turn = 0; turn < 4_000; turn++) {
      const kind = chooseFault(faults, random)?.kind ?? '';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(Object.keys(counts).toSorted()).toEqual(['often', 'seldom']);
    expect(Math.round((counts['often'] ?? 0) / (counts['seldom'] ?? 0))).toBe(3);
  });

  it('is none where there is none', () => {
    expect(chooseFault([], () => 0.5)).toBeUndefined();
  });
});

describe('a lane', () => {
  async function run(seed: number, faults: (turn: number) => readonly SoakFault[]) {
    const told: string[] = [];
    let turns = 0;
    await runLane({
      faults: () => faults(turns),
      random: createRandom(seed),
      pauseMs: [10, 20],
      async wait(ms) {
        expect(ms).toBeGreaterThanOrEqual(10);
        expect(ms).toBeLessThanOrEqual(20);
        turns += 1;
      },
      isOver: () => turns > 6,
      onFault: (kind) => void told.push(kind),
      onCalm: async () => void told.push('calm'),
    });
    return told;
  }

  it('makes one fault after another until it is over, calm between them', async () => {
    const faults = [fault('one', 1), fault('other', 1)];
    const told = await run(1, () => faults);
    expect(told).toHaveLength(12);
    expect(told.filter((_word, place) => place % 2 === 1)).toEqual(Array(6).fill('calm'));
  });

  it('does the same again with the same seed', async () => {
    const faults = [fault('one', 1), fault('other', 1), fault('third', 2)];
    expect(await run(9, () => faults)).toEqual(await run(9, () => faults));
    expect(await run(9, () => faults)).not.toEqual(await run(10, () => faults));
  });

  it('waits where nothing may happen', async () => {
    const told = await run(1, (turn) => (turn > 3 ? [fault('late', 1)] : []));
    expect(told).toEqual(['calm', 'calm', 'calm', 'late', 'calm', 'late', 'calm', 'late', 'calm']);
  });
});
