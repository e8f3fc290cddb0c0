import { beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../domain/alert.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { MOST_ALERTS, addOlderAlerts, applyAlerts, resetAlerts } from '../state/alerts.ts';
import {
  NO_FILTERS,
  alertFilter,
  changeFilters,
  chooseTime,
  filterCount,
  historyFilters,
} from './filters.ts';
import { listEnd, listed, listedPlace } from './listed.ts';

const NOON = 1_763_820_000_000;
const alertsOf = (count: number): readonly Alert[] =>
  Array.from({ length: count }, (_, index) =>
    sampleAlert({
      id: `alert-${index}`,
      createdAt: NOON - index * 1000,
      signalType: index % 2 === 0 ? 'BUY' : 'SELL',
    }),
  );

beforeEach(() => {
  historyFilters.value = NO_FILTERS;
  resetAlerts([]);
});

describe('the list of the history', () => {
  it('is what matches, newest first, and knows the place of each', () => {
    resetAlerts(alertsOf(10));
    changeFilters({ side: 'SELL' });
    expect(listed.value.map(({ id }) => id)).toEqual([1, 3, 5, 7, 9].map((n) => `alert-${n}`));
    expect(listedPlace('alert-5')).toBe(2);
    expect(listedPlace('alert-4')).toBe(-1);
  });

  it('leaves out what stopped matching, at once', () => {
    resetAlerts(alertsOf(4));
    changeFilters({ status: 'ACTIVE' });
    applyAlerts([sampleAlert({ ...alertsOf(1)[0], status: 'DISMISSED' })]);
    expect(listed.value.map(({ id }) => id)).toEqual(['alert-1', 'alert-2', 'alert-3']);
  });

  it('ends where everything is loaded, and where the page holds no more', () => {
    resetAlerts(alertsOf(3));
    expect(listEnd.value).toBe('some');
    addOlderAlerts([], true);
    expect(listEnd.value).toBe('none');
    addOlderAlerts(alertsOf(MOST_ALERTS + 5), false);
    expect(listEnd.value).toBe('full');
    expect(listed.value).toHaveLength(MOST_ALERTS);
  });
});

describe('the filters', () => {
  it('are asked of the engine as they stand, and counted', () => {
    changeFilters({ symbol: 'BTCUSDT', rule: 'EMA cross up' });
    chooseTime('day', NOON);
    expect(alertFilter.value).toEqual({
      symbol: 'BTCUSDT',
      indicator: 'EMA cross up',
      since: NOON - 86_400_000,
    });
    expect(filterCount.value).toBe(3);
  });

  it('bounds of time begin as what was chosen before, and go with the choice', () => {
    chooseTime('hour', NOON);
    chooseTime('between', NOON);
    expect(historyFilters.value.since).toBe(NOON - 3_600_000);
    chooseTime(null, NOON);
    expect(alertFilter.value).toEqual({});
    expect(filterCount.value).toBe(0);
  });
});
