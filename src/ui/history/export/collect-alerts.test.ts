import { describe, expect, it } from 'vitest';
import { isMatch } from '../../../domain/alert-filter.ts';
import type { Alert } from '../../../domain/alert.ts';
import { sampleAlert } from '../../../testing/sample-alert.ts';
import { collectAlerts } from './collect-alerts.ts';
import type { AskForPage } from './collect-alerts.ts';

const alertsOf = (count: number): readonly Alert[] =>
  Array.from({ length: count }, (_, index) =>
    sampleAlert({
      id: `alert-${index}`,
      createdAt: 1_700_000_000_000 - Math.floor(index / 3),
      signalType: index % 2 === 0 ? 'BUY' : 'SELL',
    }),
  );

/** As the engine answers: all of the first and of the last moment are in a page. */
const engineWith =
  (stored: readonly Alert[], most = Infinity): AskForPage =>
  ({ before, limit, filter }) => {
    const matching = stored.filter((alert) => alert.createdAt <= before && isMatch(alert, filter));
    const last = matching.filter(({ createdAt }) => createdAt < before)[Math.min(limit, most) - 1];
    const alerts = matching.filter(({ createdAt }) => createdAt >= (last?.createdAt ?? -Infinity));
    return Promise.resolve({ alerts, isComplete: alerts.length === matching.length });
  };

const unwatched = { onProgress: () => undefined, isStopped: () => false };

describe('collecting alerts', () => {
  it('brings all that match, each once, newest first', async () => {
    const stored = alertsOf(5_000);
    const progress: number[] = [];
    const { alerts, isWhole } = await collectAlerts(
      engineWith(stored),
      { signalType: 'SELL' },
      { ...unwatched, onProgress: (count) => progress.push(count) },
    );
    expect(alerts).toEqual(stored.filter(({ signalType }) => signalType === 'SELL'));
    expect(isWhole).toBe(true);
    expect(progress.length).toBeGreaterThan(2);
  });

  it('ends where the engine has no more to give, and says that it is not all', async () => {
    const [newest] = alertsOf(1);
    const page = { alerts: newest ? [newest] : [], isComplete: false };
    const collected = await collectAlerts(() => Promise.resolve(page), {}, unwatched);
    expect(collected).toEqual({ alerts: page.alerts, isWhole: false });
  });

  it('ends when it is stopped', async () => {
    let asked = 0;
    const ask: AskForPage = (question) => {
      asked += 1;
      return engineWith(alertsOf(100), 10)(question);
    };
    const { isWhole } = await collectAlerts(
      ask,
      {},
      { ...unwatched, isStopped: () => asked === 2 },
    );
    expect([asked, isWhole]).toEqual([2, false]);
  });
});
