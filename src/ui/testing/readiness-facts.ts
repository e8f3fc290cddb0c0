/** What a readiness check finds where all is well. */
import type { ReadinessReport } from '../../protocol/readiness.ts';
import type { BrowserFacts } from '../readiness/page-facts.ts';
import { NOON } from './fixtures.ts';

export const A_STREAM = 'wss://stream.binance.com:9443';

export const WELL: BrowserFacts = {
  host: 'chromium',
  isInstalled: true,
  wasDiscarded: false,
  worker: 'active',
  storage: { isPersistent: true, room: { used: 1_258_291, quota: 2_147_483_648 } },
  userAgent: 'Test/1.0',
};

export function aReport(part: Partial<ReadinessReport> = {}): ReadinessReport {
  const reached = { fault: null, answeredInMs: 84, detail: '' } as const;
  return {
    checkedAt: NOON,
    venue: 'Binance',
    isDemo: false,
    endpoints: [
      { kind: 'stream', url: A_STREAM, ...reached },
      { kind: 'stream', url: 'wss://data-stream.binance.vision:443', ...reached },
      { kind: 'rest', url: 'https://data-api.binance.vision', ...reached },
    ],
    clock: { skewMs: 12, errorMs: 20 },
    isStored: true,
    ...part,
  };
}
