import { expect, test } from 'vitest';
import { describeRestFailure } from './rest-failure.ts';
import type { RestFailure } from './rest-failure.ts';

const until = Date.UTC(2026, 0, 2, 3, 4);

test.each<[RestFailure, string]>([
  [{ type: 'timeout', afterMs: 10_000 }, 'no answer within 10 s'],
  [{ type: 'banned', until }, 'banned this IP address until 2026-01-02 03:04 UTC'],
  [{ type: 'rateLimited', until }, 'wait until 2026-01-02 03:04 UTC'],
  [{ type: 'geoBlocked', status: 451 }, 'does not serve this location (status 451)'],
  [{ type: 'refused', status: 400, code: -1121, message: 'Invalid symbol.' }, 'Invalid symbol.'],
  [{ type: 'refused', status: 404, code: null, message: '' }, 'status 404'],
  [{ type: 'badBody', rejection: { kind: 'not-json', field: '' } }, 'cannot be used: not-json'],
])('%j is told in words', (failure, words) => {
  expect(describeRestFailure(failure)).toContain(words);
});
