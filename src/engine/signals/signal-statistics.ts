import type { Alert } from '../../domain/alert.ts';
import type { SignalStatistics } from '../../protocol/market-state.ts';

/** What the alerts created since `since` amount to. */
export function signalStatistics(alerts: readonly Alert[], since: number): SignalStatistics {
  const today = alerts.filter(({ createdAt }) => createdAt >= since);
  const buy = today.filter(({ signalType }) => signalType === 'BUY').length;
  const strengths = today.reduce((sum, { strength }) => sum + strength, 0);
  return {
    total: today.length,
    buy,
    sell: today.length - buy,
    meanStrength: today.length > 0 ? strengths / today.length : null,
  };
}
