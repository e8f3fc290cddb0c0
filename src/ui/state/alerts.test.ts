import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { NOON, anAlert } from '../testing/fixtures.ts';
import {
  MOST_ALERTS,
  MOST_TOASTS,
  activeAlerts,
  addOlderAlerts,
  alerts,
  alertsById,
  applyAlerts,
  history,
  historyCuts,
  isHistoryComplete,
  removeToasts,
  resetAlerts,
  toasts,
} from './alerts.ts';
import { settings } from './settings.ts';

const at = (minute: number, part = {}) =>
  anAlert({ createdAt: NOON + minute * 60_000, candleOpenTime: NOON + minute * 60_000, ...part });

beforeEach(() => {
  settings.value = DEFAULT_SETTINGS;
  resetAlerts([]);
});

describe('alerts', () => {
  it('are newest first in whatever order they come', () => {
    applyAlerts([at(1), at(3)]);
    applyAlerts([at(2)]);
    expect(alerts.value.map((alert) => (alert.createdAt - NOON) / 60_000)).toEqual([3, 2, 1]);
  });

  it('are replaced by id: the same alert twice is one', () => {
    applyAlerts([at(1), at(1)]);
    applyAlerts([at(1, { status: 'DISMISSED' })]);
    expect(alerts.value.map((alert) => alert.status)).toEqual(['DISMISSED']);
    expect(activeAlerts.value).toEqual([]);
  });

  it('come as toasts: the newest five that are active', () => {
    applyAlerts([0, 1, 2, 3, 4, 5, 6].map((minute) => at(minute)));
    expect(toasts.value).toHaveLength(MOST_TOASTS);
    expect(toasts.value[0]?.createdAt).toBe(NOON + 6 * 60_000);
  });

  it('leave the toasts when they are no longer active', () => {
    applyAlerts([at(1), at(2)]);
    applyAlerts([at(2, { status: 'EXPIRED' })]);
    expect(toasts.value.map((alert) => alert.createdAt)).toEqual([at(1).createdAt]);
  });

  it('keep their status when only the toast leaves, and do not come back', () => {
    applyAlerts([at(1)]);
    removeToasts([at(1).id]);
    applyAlerts([at(1, { announcedAt: NOON })]);
    expect(toasts.value).toEqual([]);
    expect(activeAlerts.value).toHaveLength(1);
  });

  it('make no toast when late, from history, unwanted by their rule, or when toasts are off', () => {
    applyAlerts([at(1, { late: true })]);
    applyAlerts([at(3, { channels: { toast: false } })]);
    addOlderAlerts([at(0)], true);
    settings.value = { ...DEFAULT_SETTINGS, enableToast: false };
    applyAlerts([at(2)]);
    expect(toasts.value).toEqual([]);
    expect(alerts.value).toHaveLength(4);
    expect(isHistoryComplete.value).toBe(true);
  });

  it('are found by their ids, as they are now', () => {
    applyAlerts([at(1)]);
    applyAlerts([at(1, { status: 'EXPIRED' })]);
    expect(alertsById.value.get(at(1).id)?.status).toBe('EXPIRED');
    resetAlerts([]);
    expect(alertsById.value.get(at(1).id)).toBeUndefined();
  });

  it('leave, oldest first, when there are too many: then older ones are to be had again', () => {
    addOlderAlerts(
      Array.from({ length: MOST_ALERTS }, (_, index) => at(-index)),
      true,
    );
    expect(isHistoryComplete.value).toBe(true);
    const cuts = historyCuts.value;
    applyAlerts([at(1)]);
    expect(alerts.value).toHaveLength(MOST_ALERTS);
    expect(alertsById.value.get(at(1 - MOST_ALERTS).id)).toBeUndefined();
    expect(isHistoryComplete.value).toBe(false);
    expect(historyCuts.value).toBe(cuts + 1);
  });

  it('of long ago are no part of the history before all that follow on them are known', () => {
    resetAlerts([at(10), at(9)]);
    applyAlerts([at(2, { status: 'EXPIRED' })]);
    expect(alerts.value).toHaveLength(3);
    expect(history.value).toHaveLength(2);
    addOlderAlerts([at(9), at(8), at(2)], false);
    expect(history.value).toHaveLength(4);
  });
});
