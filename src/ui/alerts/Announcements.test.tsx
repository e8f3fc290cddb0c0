import { act, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apply } from '../state/apply.ts';
import { NOON, anAlert } from '../testing/fixtures.ts';
import { Announcements } from './Announcements.tsx';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    anAlert({ createdAt: NOON + index, candleOpenTime: index, symbol: `S${index}USDT` }),
  );

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

describe('what a screen reader is told', () => {
  it('tells a hundred alerts of a burst in three sentences, and forgets none', () => {
    render(<Announcements />);
    const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent ?? '';
    const said: string[] = [];
    const listen = () => {
      if (spoken() !== '' && spoken() !== said.at(-1)) said.push(spoken());
    };
    for (const alert of numbered(100)) {
      act(() => apply({ type: 'alertsChanged', alerts: [alert] }));
      listen();
      act(() => void vi.advanceTimersByTime(50));
      listen();
    }
    for (let second = 0; second < 60; second += 1) {
      act(() => void vi.advanceTimersByTime(1000));
      listen();
    }
    expect(said).toHaveLength(3);
    expect(said[0]).toContain('S0USDT');
    const counts = said.slice(1).map((words) => Number(words.match(/^(\d+) more alerts/)?.[1]));
    expect(counts.reduce((sum, count) => sum + count, 1)).toBe(100);
  });
});
