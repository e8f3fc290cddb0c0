import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connection } from '../state/connection.ts';
import { errorLog, logError } from '../state/error-log.ts';
import { health } from '../state/health.ts';
import { NOON, aConnection, aHealth } from '../testing/fixtures.ts';
import { followErrors } from './follow-errors.ts';

let target: EventTarget;
let stop: () => void;
const log = () => errorLog.value.map(({ what, reason, count }) => [what, reason, count]);
const report = (state: Parameters<typeof aConnection>[0]) =>
  (connection.value = aConnection(state));

beforeEach(() => {
  errorLog.value = [];
  connection.value = null;
  health.value = null;
  target = new EventTarget();
  stop = followErrors(target, () => NOON);
});
afterEach(() => stop());

describe('what is written into the error log', () => {
  it('is a connection that was lost, and each attempt that failed', () => {
    report({ state: 'CONNECTED' });
    report({ state: 'RECONNECTING', lastClose: 'went silent', attempts: 0 });
    report({ state: 'RECONNECTING', lastClose: 'refused', attempts: 1 });
    report({ state: 'CONNECTING', lastClose: 'refused', attempts: 1 });
    report({ state: 'RECONNECTING', lastClose: 'refused', attempts: 2 });
    report({ state: 'CONNECTED', attempts: 0 });
    expect(log()).toEqual([
      ['connection-failed', 'refused', 2],
      ['connection-lost', 'went silent', 1],
    ]);
  });

  it('is not what the user has switched off', () => {
    report({ state: 'CONNECTED' });
    report({ state: 'DISCONNECTED', lastClose: 'closed by the user' });
    expect(log()).toEqual([]);
  });

  it('is a request that failed, once, unless it was before the page', () => {
    const { rest } = aHealth();
    const fail = (lastErrorAt: number, lastError: string) =>
      (health.value = aHealth({ rest: { ...rest, lastErrorAt, lastError } }));
    fail(NOON - 1, 'an old one');
    fail(NOON + 1, 'HTTP 503');
    fail(NOON + 1, 'HTTP 503');
    fail(NOON + 2, 'HTTP 503');
    expect(log()).toEqual([['request-failed', 'HTTP 503', 2]]);
    expect(errorLog.value[0]?.time).toBe(NOON + 2);
  });

  it('is what is thrown on the page and caught by nobody', () => {
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'x is undefined' }));
    target.dispatchEvent(
      Object.assign(new Event('unhandledrejection'), { reason: new Error('no network') }),
    );
    target.dispatchEvent(
      Object.assign(new Event('error'), { message: 'ResizeObserver loop limit exceeded' }),
    );
    expect(log()).toEqual([
      ['page-failed', 'Error: no network', 1],
      ['page-failed', 'x is undefined', 1],
    ]);
  });

  it('is not once more what ended the engine', () => {
    logError({ time: NOON, what: 'engine-crashed', reason: 'out of memory' });
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect(log()).toEqual([['engine-crashed', 'out of memory', 1]]);
  });

  it('ends when it is ended', () => {
    stop();
    report({ state: 'CONNECTED' });
    report({ state: 'RECONNECTING' });
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'x' }));
    expect(log()).toEqual([]);
  });
});
