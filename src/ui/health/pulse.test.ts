import { beforeEach, describe, expect, it } from 'vitest';
import { health } from '../state/health.ts';
import { NOON, aConnection, aHealth } from '../testing/fixtures.ts';
import { PULSE_MS, followPulse, pulsePath, samples, spanOf, summarize } from './pulse.ts';

const report = (latencyMs: number | null, framesPerSecond = 80) =>
  (health.value = aHealth({ connection: aConnection({ latencyMs, framesPerSecond }) }));

beforeEach(() => {
  health.value = null;
  samples.value = [];
});

describe('the pulse', () => {
  it('is one sample with each report, and no more than five minutes of them', () => {
    let time = NOON;
    const stop = followPulse(() => time);
    for (let second = 0; second < 400; second++) {
      time = NOON + second * 1000;
      report(40 + second);
    }
    stop();
    report(1);
    expect(samples.value).toHaveLength(PULSE_MS / 1000);
    expect(samples.value.at(-1)).toEqual({ time, latencyMs: 439, framesPerSecond: 80 });
  });

  it('takes no difference of clocks for a latency', () => {
    const stop = followPulse(() => NOON);
    report(3_600_000);
    report(null);
    stop();
    expect(samples.value.map(({ latencyMs }) => latencyMs)).toEqual([Number.NaN, Number.NaN]);
  });

  it('forgets what is in the future, as when the clock was set back', () => {
    let time = NOON;
    const stop = followPulse(() => time);
    report(40);
    time = NOON - 60_000;
    report(41);
    stop();
    expect(samples.value).toEqual([{ time, latencyMs: 41, framesPerSecond: 80 }]);
  });
});

describe('its summary', () => {
  it('is the least, the median, the greatest and the last', () => {
    expect(summarize([30, Number.NaN, 10, 20])).toEqual({ last: 20, min: 10, median: 20, max: 30 });
    expect(summarize([4, 1, 2, 3, Number.NaN])).toEqual({ last: 3, min: 1, median: 2.5, max: 4 });
    expect(summarize([7])).toEqual({ last: 7, min: 7, median: 7, max: 7 });
  });

  it('is nothing of nothing', () => {
    expect(summarize([])).toBeNull();
    expect(summarize([Number.NaN])).toBeNull();
  });
});

describe('its line', () => {
  const size = { width: 300, height: 10 };
  const scale = { until: NOON, spanMs: PULSE_MS, low: 0, high: 100 };
  const at = (secondsAgo: number, value: number) => ({ time: NOON - secondsAgo * 1000, value });

  it('ends at the right, and is broken where nothing was seen', () => {
    expect(pulsePath([at(300, 0), at(2, 50), at(1, Number.NaN), at(0, 100)], size, scale)).toBe(
      'M0.0 10.0M298.0 5.0L300.0 0.0',
    );
  });

  it('lies in the middle where nothing changes', () => {
    const flat = { ...scale, low: 5, high: 5 };
    expect(pulsePath([at(0, 5)], size, flat)).toBe('M300.0 5.0');
  });

  it('covers a minute while there is no more to see, then five', () => {
    const sample = (seconds: number) => ({
      time: NOON + seconds * 1000,
      latencyMs: 1,
      framesPerSecond: 1,
    });
    expect(spanOf([])).toBe(60_000);
    expect(spanOf([sample(0), sample(59)])).toBe(60_000);
    expect(spanOf([sample(0), sample(60)])).toBe(PULSE_MS);
  });
});
