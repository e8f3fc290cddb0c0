import { beforeEach, describe, expect, it } from 'vitest';
import { errorLog, logError, MOST_ERRORS } from './error-log.ts';

beforeEach(() => {
  errorLog.value = [];
});

describe('the error log', () => {
  it('holds the newest errors, the last one first, and no more than its bound', () => {
    for (let time = 0; time < MOST_ERRORS + 50; time++)
      logError({ time, what: 'engine-crashed', reason: `fault ${time}` });
    expect(errorLog.value).toHaveLength(MOST_ERRORS);
    expect(errorLog.value[0]?.time).toBe(MOST_ERRORS + 49);
    expect(errorLog.value.at(-1)?.time).toBe(50);
  });

  it('cuts a reason that would not end', () => {
    logError({ time: 1, what: 'engine-failed', reason: 'x'.repeat(100_000) });
    expect(errorLog.value[0]?.reason).toHaveLength(500);
  });

  it('counts the same that happens again, and says when it did last', () => {
    for (const time of [1, 2, 3]) {
      logError({ time, what: 'connection-failed', reason: 'went silent' });
    }
    logError({ time: 4, what: 'connection-failed', reason: 'refused' });
    logError({ time: 5, what: 'connection-failed', reason: 'went silent' });
    expect(errorLog.value.map(({ time, reason, count }) => [time, reason, count])).toEqual([
      [5, 'went silent', 1],
      [4, 'refused', 1],
      [3, 'went silent', 3],
    ]);
  });
});
