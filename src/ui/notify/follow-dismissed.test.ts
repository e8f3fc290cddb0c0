import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { sampleAlert } from '../../testing/deliveries.ts';
import { followDismissed } from './follow-dismissed.ts';

it('tells of each dismissed alert once', () => {
  const alerts = signal([sampleAlert({ id: 'a', status: 'DISMISSED' }), sampleAlert({ id: 'b' })]);
  const told: string[][] = [];
  followDismissed(alerts, (ids) => void told.push([...ids]));
  alerts.value = alerts.value.map((alert) => ({ ...alert, status: 'DISMISSED' }));
  alerts.value = [...alerts.value, sampleAlert({ id: 'c', status: 'EXPIRED' })];
  expect(told).toEqual([['a'], ['b']]);
});

it('follows nothing that the listener reads', () => {
  const alerts = signal([sampleAlert({ status: 'DISMISSED' })]);
  const other = signal(0);
  const read: number[] = [];
  followDismissed(alerts, () => void read.push(other.value));
  other.value = 1;
  expect(read).toEqual([0]);
});
