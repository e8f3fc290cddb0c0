import { describe, expect, test } from 'vitest';
import { createRateMeter } from './rate-meter.ts';

describe('the rate meter', () => {
  test('tells the mean of the last four whole seconds', () => {
    const meter = createRateMeter();
    for (let at = 10_000; at < 14_000; at += 100) meter.add(50, at);
    expect(meter.rates(14_000)).toEqual({ framesPerSecond: 10, bytesPerSecond: 500 });
  });

  test('falls to zero when nothing comes any more', () => {
    const meter = createRateMeter();
    meter.add(50, 10_000);
    expect(meter.rates(12_000).framesPerSecond).toBe(0.25);
    expect(meter.rates(15_000).framesPerSecond).toBe(0);
    expect(meter.rates(1_000_000).framesPerSecond).toBe(0);
  });

  test('keeps totals', () => {
    const meter = createRateMeter();
    meter.add(50, 10_000);
    meter.add(70, 99_000);
    expect([meter.totalFrames, meter.totalBytes]).toEqual([2, 120]);
  });
});
