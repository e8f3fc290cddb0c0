import { describe, expect, it } from 'vitest';
import { alertDue, summaryDue } from '../../testing/deliveries.ts';
import { strokesFor } from './tones.ts';

function pitches(delivery: Parameters<typeof strokesFor>[0]): readonly number[] {
  return strokesFor(delivery).map(({ frequency }) => frequency);
}

describe('a tone', () => {
  it('rises for BUY and falls for SELL', () => {
    const [first = 0, second = 0] = pitches(alertDue({ signalType: 'BUY' }));
    expect(second).toBeGreaterThan(first);
    expect(pitches(alertDue({ signalType: 'SELL' }))).toEqual([second, first]);
  });

  it('of a summary strikes one note twice', () => {
    const [first, second] = pitches(summaryDue());
    expect(first).toBe(second);
  });

  it('is louder and brighter with strength, modestly', () => {
    const [weak] = strokesFor(alertDue({ strength: 0 }));
    const [strong] = strokesFor(alertDue({ strength: 1 }));
    expect(strong?.gain).toBeGreaterThan(weak?.gain ?? 1);
    expect(strong?.brightness).toBeGreaterThan(weak?.brightness ?? 1);
    expect(weak?.gain).toBeGreaterThan(0.5);
  });

  it.each([-1, 2, 0, 1])('never clips: strength %d', (strength) => {
    for (const { gain, brightness } of strokesFor(alertDue({ strength }))) {
      expect(gain).toBeLessThan(1);
      expect(brightness).toBeLessThanOrEqual(1);
    }
  });
});
