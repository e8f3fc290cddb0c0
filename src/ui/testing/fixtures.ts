/** Realistic pieces of state for tests. */
import { alertId } from '../../domain/alert.ts';
import type { Alert } from '../../domain/alert.ts';
import { columnsOf } from '../../domain/candle.ts';
import type { MarketSymbol } from '../../domain/market.ts';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import type { ConnectionReport, HealthReport } from '../../protocol/health.ts';
import type { Quote } from '../../protocol/market-state.ts';
import type { Command, EngineEvent } from '../../protocol/messages.ts';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import type { EngineWorker } from '../engine-supervisor.ts';

/** 2025-11-22, 14:00 UTC */
export const NOON = Date.UTC(2025, 10, 22, 14);

export function aQuote(part: Partial<Quote> = {}): Quote {
  return {
    symbol: 'BTCUSDT',
    lastPrice: '64250.10000000',
    bidPrice: '64250.00000000',
    askPrice: '64250.10000000',
    volume: '12345.67800000',
    quoteVolume: '793215000.00000000',
    changePercent: '2.310',
    eventTime: NOON,
    receivedAt: NOON + 40,
    isStale: false,
    ...part,
  };
}

export function anAlert(part: Partial<Alert> = {}): Alert {
  const alert: Omit<Alert, 'id'> = {
    signalType: 'BUY',
    symbol: 'BTCUSDT',
    price: '64250.10000000',
    indicator: 'RSI leaves oversold',
    ruleId: 'rsi-leaves-oversold',
    interval: '1h',
    strength: 0.62,
    message: 'RSI(14) on 1h = 31.2, was 29.4; threshold 30',
    createdAt: NOON,
    candleOpenTime: NOON - 3_600_000,
    status: 'ACTIVE',
    dismissedAt: null,
    late: false,
    announcedAt: null,
    ...part,
  };
  const { ruleId, symbol, interval, candleOpenTime, signalType } = alert;
  const id = alertId({ ruleId, symbol, interval, candleOpenTime, side: signalType });
  return { ...alert, id: part.id ?? id };
}

export function aSymbol(baseAsset: string, quoteAsset: string, status = 'TRADING'): MarketSymbol {
  return {
    symbol: baseAsset + quoteAsset,
    baseAsset,
    quoteAsset,
    status,
    tickSize: '0.01000000',
    stepSize: '0.00001000',
  };
}

export function aConnection(part: Partial<ConnectionReport> = {}): ConnectionReport {
  return {
    state: 'CONNECTED',
    venue: 'Binance',
    endpoint: 'wss://stream.binance.com:9443',
    connections: 1,
    attempts: 0,
    reconnects: 2,
    connectedSince: NOON,
    nextRetryAt: null,
    streams: 12,
    streamsAcknowledged: 12,
    streamsFailed: 0,
    queueDepth: 0,
    dropped: 0,
    framesPerSecond: 84,
    bytesPerSecond: 20_480,
    framesTotal: 120_000,
    lastFrameAt: NOON,
    latencyMs: 41,
    lastClose: 'went silent for 30 s',
    outage: null,
    ...part,
  };
}

export function aHealth(part: Partial<HealthReport> = {}): HealthReport {
  return {
    connection: aConnection(),
    rest: {
      usedWeight: 420,
      weightCeiling: 6000,
      queued: 0,
      pausedUntil: null,
      lastError: '',
      lastErrorAt: null,
    },
    rejectedFrames: {},
    duplicateEvents: 3,
    lateEvents: 0,
    gapsFound: 1,
    gapsFilled: 1,
    observerFaults: 0,
    isStored: true,
    alertsNotKept: 0,
    isDelivering: true,
    ...part,
  };
}

/** The engine's first answer, with two symbols on two intervals. */
export function anEngineStart(
  part: Partial<Extract<EngineEvent, { type: 'engineStarted' }>> = {},
): EngineEvent {
  return {
    type: 'engineStarted',
    venue: 'Binance',
    isDemo: false,
    settings: DEFAULT_SETTINGS,
    watchlist: { symbols: ['BTCUSDT', 'ETHUSDT'], intervals: ['1h', '4h'] },
    rules: READY_MADE_RULES,
    alerts: [],
    ...part,
  };
}

/** Consecutive hourly candles that end at `NOON`. */
export function someColumns(count: number) {
  return columnsOf(
    Array.from({ length: count }, (_, index) => ({
      openTime: NOON - (count - 1 - index) * 3_600_000,
      open: 100 + index,
      high: 102 + index,
      low: 99 + index,
      close: 101 + index,
      volume: 10,
    })),
  );
}

export interface FakeEngine extends EngineWorker {
  /** Everything that the page has asked, oldest first; signs of life are not asked for. */
  readonly sent: Command[];
}

export function createFakeEngine(): FakeEngine {
  const sent: Command[] = [];
  return {
    sent,
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage(message) {
      if (message.type !== 'ping') sent.push(message);
    },
    terminate: () => undefined,
  };
}
