import type { Verdict } from '../../binance/connection/diagnose.ts';
import { CUT_OFF, endedByUs } from '../../binance/connection/link-end.ts';
import { STALLED } from '../../binance/connection/status.ts';
import type { UnwatchedReason } from '../../protocol/coverage.ts';

const SILENCE: readonly string[] = [STALLED, endedByUs('silent', 0).reason];

/** A connection tells why it lost streams in words only. */
export function reasonOfLoss(words: string): UnwatchedReason {
  if (words === CUT_OFF) return 'offline';
  return SILENCE.includes(words) || /\bsilent\b/.test(words) ? 'stalled' : 'unreachable';
}

export function reasonOfVerdict(verdict: Verdict): UnwatchedReason {
  switch (verdict.kind) {
    case 'offline':
      return 'offline';
    case 'geoBlocked':
    case 'rateLimited':
    case 'socketsBlocked':
      return 'blocked';
    case 'exchangeDown':
      return 'unreachable';
    default:
      return verdict satisfies never;
  }
}
