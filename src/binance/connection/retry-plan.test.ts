import { describe, expect, test } from 'vitest';
import { endpointAt } from '../../testing/connection-fixture.ts';
import { createEndpointCursor } from './endpoint-cursor.ts';
import { createRetryPlan } from './retry-plan.ts';
import { DEFAULT_CONNECTION_OPTIONS } from './status.ts';

function setUp() {
  const [one, two] = [endpointAt('one'), endpointAt('two')] as const;
  const cursor = createEndpointCursor([one, two], () => false);
  const plan = createRetryPlan(
    cursor,
    () => DEFAULT_CONNECTION_OPTIONS,
    () => 0,
  );
  const fail = (times: number): number[] =>
    Array.from({ length: times }, () => {
      plan.started(cursor.current ?? one);
      return plan.failed();
    });
  return { one, two, cursor, plan, fail };
}

describe('the retry plan', () => {
  test('ramps up at each endpoint of the first round, and stays slow afterwards', () => {
    const { fail } = setUp();
    expect(fail(5)).toEqual([1000, 2000, 4000, 8000, 1000]);
    expect(fail(5).slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(new Set(fail(20))).toEqual(new Set([15_000]));
  });

  test('moves on after the allowed attempts, and says so until something opens', () => {
    const { cursor, plan, two, fail } = setUp();
    fail(4);
    expect(plan.hasExhausted).toBe(false);
    fail(1);
    expect(plan.hasExhausted).toBe(true);
    expect(cursor.current).toBe(two);
    plan.opened();
    expect(plan.hasExhausted).toBe(false);
    expect(plan.attempts).toBe(5);
    plan.stable();
    expect(plan.attempts).toBe(0);
  });

  test('counts afresh at an endpoint that another connection has moved to', () => {
    const { cursor, one, two, fail } = setUp();
    fail(4);
    cursor.failed(one);
    fail(4);
    expect(cursor.current).toBe(two);
  });
});
