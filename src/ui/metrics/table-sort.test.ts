import { describe, expect, it } from 'vitest';
import '../testing/part-texts.ts';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { nextTableSort, sortMetrics } from './table-sort.ts';
import type { TableColumn, TableSort } from './table-sort.ts';

const metric = (indicator: string, value: number, change: number): IndicatorMetrics => ({
  indicator,
  params: {},
  output: 'value',
  value,
  change,
  min: 0,
  max: indicator === 'rsi' ? 100 : 10,
  mean: 1,
});
const METRICS = [metric('rsi', 50, -1), metric('atr', 9, 3), metric('cci', 2, 0)];
const order = (sort: TableSort | null) =>
  sortMetrics(METRICS, sort).map(({ indicator }) => indicator);

describe('the comparison of indicators', () => {
  it('is unsorted until a head is pressed', () => {
    expect(order(null)).toEqual(['rsi', 'atr', 'cci']);
  });

  it.each<[TableColumn, string[]]>([
    ['indicator', ['rsi', 'cci', 'atr']],
    ['value', ['rsi', 'atr', 'cci']],
    ['change', ['atr', 'cci', 'rsi']],
    ['max', ['rsi', 'atr', 'cci']],
    ['place', ['atr', 'rsi', 'cci']],
  ])('is sorted by %s', (column, expected) => {
    expect(order({ column, direction: 'descending' })).toEqual(expected);
  });

  it('goes through both directions and back', () => {
    const first = nextTableSort(null, 'value');
    const second = nextTableSort(first, 'value');
    expect([first?.direction, second?.direction]).toEqual(['descending', 'ascending']);
    expect(nextTableSort(second, 'value')).toBeNull();
    expect(nextTableSort(second, 'indicator')?.direction).toBe('ascending');
  });
});
