import { beforeEach, describe, expect, it } from 'vitest';
import { errorLog, logError, MOST_ERRORS } from './error-log.ts';

beforeEach(() => {
  errorLog.value = [];
});

describe('the error log', () => {
  it('holds the newest errors, the last one first, and no more than its bound', () => {
    for (let time = 0; time < MOST_ERRORS + 50; time++)
      logError({ time, what: 'engine-crashed', reason: 'out of memory' });
    expect(errorLog.value).toHaveLength(MOST_ERRORS);
    expect(errorLog.value[0]?.time).toBe(MOST_ERRORS + 49);
    expect(errorLog.value.at(-1)?.time).toBe(50);
  });

  it('cuts a reason that would not end', () => {
    logError({ time: 1, what: 'engine-failed', reason: 'x'.repeat(100_000) });
    expect(errorLog.value[0]?.reason).toHaveLength(500);
  });
});
