import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoverageReport, UnwatchedSpan } from '../../../protocol/coverage.ts';
import { apply } from '../../state/apply.ts';
import { coverage } from '../../state/coverage.ts';
import { timeZone } from '../../state/preferences.ts';
import { NOON } from '../../testing/fixtures.ts';
import { Coverage } from './Coverage.tsx';

const DAY = 86_400_000;
const MINUTE = 60_000;

function aReport(unwatched: readonly UnwatchedSpan[], from = NOON - DAY): CoverageReport {
  const missedMs = unwatched.reduce((total, span) => total + span.to - span.from, 0);
  const symbols = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'];
  const group = { symbols, from, watchedMs: NOON - from - missedMs, unwatched };
  return { from, to: NOON, groups: [group] };
}

function show(report: CoverageReport): string {
  act(() => apply({ type: 'coverageChanged', coverage: report }));
  // Browsers write narrow and non-breaking spaces where a reader sees a space.
  return (screen.getByText('Coverage').parentElement?.textContent ?? '').replace(/\s+/g, ' ');
}

const asleep = (index: number): UnwatchedSpan => ({
  from: NOON - DAY + index * 60 * MINUTE,
  to: NOON - DAY + index * 60 * MINUTE + 2 * MINUTE,
  reason: 'asleep',
});

beforeEach(() => {
  timeZone.value = 'utc';
  render(<Coverage />);
});
afterEach(() => {
  cleanup();
  coverage.value = null;
  timeZone.value = 'local';
});

describe('coverage', () => {
  it('is not shown before the engine has told', () => {
    expect(document.body.textContent).toBe('');
  });

  it('says how much of the day was monitored, and that all is well', () => {
    const said = show(aReport([]));
    expect(said).toContain('Monitored 100% of the last 24 h');
    expect(said).toContain('All 3 symbols are watched now.');
    expect(said).toContain('There was no gap.');
  });

  it('never rounds up', () => {
    const gap: UnwatchedSpan = { from: NOON - DAY, to: NOON - DAY + 1, reason: 'filling' };
    expect(show(aReport([gap]))).toContain('Monitored 99.9% of the last 24 h');
  });

  it('says since when, where that is less than a day', () => {
    const from = NOON - 4 * MINUTE;
    expect(show(aReport([], from))).toContain('Monitored 100% since 13:56:00 (4 min)');
  });

  it('lists each gap with its time, length, reason and symbols', () => {
    show(aReport([{ from: NOON - 60 * MINUTE, to: NOON - 39 * MINUTE, reason: 'offline' }]));
    const [row] = within(screen.getByRole('list', { name: 'Gaps' })).getAllByRole('listitem');
    const said = row?.textContent?.replace(/\s*–\s*/, ' – ').trim();
    expect(said).toBe('Offline 21 min 13:00 – 13:21 all 3 symbols');
  });

  it('says what is not watched now, and since when', () => {
    const said = show(aReport([{ from: NOON - 5_000, to: NOON, reason: 'stalled' }]));
    expect(said).toContain('Nothing is watched now: silent.');
    expect(said).toContain('since 13:59:55');
  });

  it('shows the newest ten gaps, and all of them when asked', () => {
    show(aReport(Array.from({ length: 14 }, (_, index) => asleep(index))));
    const rows = () => within(screen.getByRole('list', { name: 'Gaps' })).getAllByRole('listitem');
    expect(rows()).toHaveLength(10);
    expect(rows()[0]?.textContent).toContain('03:00:00');
    const button = screen.getByRole('button', { name: 'Show all 14 gaps' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(rows()).toHaveLength(14);
    fireEvent.click(screen.getByRole('button', { name: 'Show the newest 10' }));
    expect(rows()).toHaveLength(10);
  });

  it('draws a bar whose patterns are explained in words', () => {
    show(aReport([asleep(1), { from: NOON - MINUTE, to: NOON, reason: 'blocked' }]));
    const bar = screen.getByRole('img');
    expect(bar.getAttribute('aria-label')).toMatch(/^From 21 Nov, 14:00 to now: 2 gaps$/);
    expect([...bar.children].map((mark) => mark.getAttribute('data-reason'))).toEqual([
      'blocked',
      'asleep',
    ]);
    expect(screen.getByText(/this device slept/)).toBeTruthy();
    expect(screen.getByText(/this network refused/)).toBeTruthy();
    expect(screen.queryByText(/no tab was open/)).toBeNull();
  });

  it('is on the clock that the user has chosen', () => {
    const from = NOON - 2 * 60 * MINUTE;
    show(aReport([{ from, to: from + 30_000, reason: 'offline' }]));
    const list = () => screen.getByRole('list', { name: 'Gaps' }).textContent;
    expect(list()).toContain('12:00:00');
    act(() => void (timeZone.value = 'local'));
    const local = new Date(from).toTimeString().slice(0, 8);
    expect(list()).toContain(local);
  });
});
