import { describe, expect, test } from 'vitest';
import { createCoverage } from './coverage.ts';
import type { ConnectionFact } from './status.ts';

function setUp() {
  const facts: ConnectionFact[] = [];
  let now = 0;
  const coverage = createCoverage(
    () => ++now,
    (fact) => facts.push(fact),
  );
  const told = (): unknown[] =>
    facts.splice(0).map((fact) => {
      if (fact.type === 'streamsLive') return ['live', fact.uncoveredSince, ...fact.streams];
      return fact.type === 'streamsLost' ? ['lost', fact.since, ...fact.streams] : fact.type;
    });
  return { coverage, told };
}

const first = {};
const second = {};

describe('coverage', () => {
  test('a new stream is live without a past', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a', 'b']));
    coverage.acknowledged(first, ['a', 'b']);
    expect(told()).toEqual([['live', null, 'a', 'b']]);
  });

  test('a link that ends loses its streams, the next tells since when', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a', 'b']));
    coverage.acknowledged(first, ['a', 'b']);
    coverage.ended(first, 500, 'cut');
    coverage.acknowledged(second, ['a']);
    coverage.acknowledged(second, ['b']);
    expect(told().slice(1)).toEqual([
      ['lost', 500, 'a', 'b'],
      ['live', 500, 'a'],
      ['live', 500, 'b'],
    ]);
  });

  test('overlapping links tell nothing', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a']));
    coverage.acknowledged(first, ['a']);
    coverage.acknowledged(second, ['a']);
    coverage.ended(first, 500, 'replaced');
    coverage.acknowledged(second, ['a']);
    expect(told()).toEqual([['live', null, 'a']]);
  });

  test('only what the new link does not hold yet is lost when the old one dies during overlap', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a', 'b']));
    coverage.acknowledged(first, ['a', 'b']);
    coverage.acknowledged(second, ['a']);
    coverage.ended(first, 500, 'cut');
    coverage.acknowledged(second, ['b']);
    expect(told().slice(1)).toEqual([
      ['lost', 500, 'b'],
      ['live', 500, 'b'],
    ]);
  });

  test('unwanted streams are never told', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set());
    coverage.acknowledged(first, ['a']);
    coverage.removed(first, ['a'], 5, 'unsubscribed');
    expect(told()).toEqual([]);
  });

  test('a stream wanted again before it was unsubscribed is live at once', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a']));
    coverage.acknowledged(first, ['a']);
    coverage.setDesired(new Set());
    coverage.setDesired(new Set(['a']));
    expect(told()).toEqual([
      ['live', null, 'a'],
      ['live', null, 'a'],
    ]);
  });

  test('a doubted link tells its streams lost and live again', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a']));
    coverage.acknowledged(first, ['a']);
    coverage.doubted(first, 300, 'silent');
    expect(told().slice(1)).toEqual([
      ['lost', 300, 'a'],
      ['live', 300, 'a'],
    ]);
  });

  test('a stream lost twice counts from the first loss', () => {
    const { coverage, told } = setUp();
    coverage.setDesired(new Set(['a']));
    coverage.acknowledged(first, ['a']);
    coverage.ended(first, 500, 'cut');
    coverage.ended(first, 900, 'cut');
    coverage.acknowledged(second, ['a']);
    expect(told().slice(1)).toEqual([
      ['lost', 500, 'a'],
      ['live', 500, 'a'],
    ]);
  });
});
