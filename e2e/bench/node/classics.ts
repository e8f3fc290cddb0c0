/** The six classic indicators with their usual lengths, here and at the peers. */
import type { Candle } from '../../../src/domain/candle.ts';
import { loadPeer } from '../peers.ts';

export const CLASSICS = {
  sma: { length: 20 },
  ema: { length: 20 },
  rsi: { length: 14 },
  macd: { fast: 12, slow: 26, signal: 9 },
  bollinger: { length: 20, deviations: 2 },
  atr: { length: 14 },
} as const;

/**
 * Begins anew and goes through the candles one by one, and reads what each indicator then says. Each has a
 * loop of its own: one that several share calls what it does not know, and its own cost is measured too.
 */
export type Walk = (candles: readonly Candle[]) => unknown;

type Made = new (...args: readonly unknown[]) => {
  update(value: unknown, replace: boolean): unknown;
};

export async function loadTradingSignals(root: string): Promise<Walk> {
  const { SMA, EMA, RSI, MACD, BollingerBands, ATR } = await loadPeer<
    Readonly<Record<'SMA' | 'EMA' | 'RSI' | 'MACD' | 'BollingerBands' | 'ATR', Made>>
  >(root, 'trading-signals');
  return (candles) => {
    const sma = new SMA(20);
    const ema = new EMA(20);
    const rsi = new RSI(14);
    const macd = new MACD(new EMA(12), new EMA(26), new EMA(9));
    const bollinger = new BollingerBands(20, 2);
    const atr = new ATR(14);
    let last: unknown;
    for (const candle of candles) {
      sma.update(candle.close, false);
      ema.update(candle.close, false);
      rsi.update(candle.close, false);
      macd.update(candle.close, false);
      bollinger.update(candle.close, false);
      last = atr.update(candle, false);
    }
    return last;
  };
}

interface Calculator {
  new (input: object): { nextValue(value: unknown): unknown };
  calculate(input: object): readonly unknown[];
}

export type Technical = Readonly<
  Record<'SMA' | 'EMA' | 'RSI' | 'MACD' | 'BollingerBands' | 'ATR', Calculator>
>;

export function loadTechnical(root: string): Promise<Technical> {
  return loadPeer<Technical>(root, 'technicalindicators');
}

const MACD_INPUT = {
  fastPeriod: 12,
  slowPeriod: 26,
  signalPeriod: 9,
  SimpleMAOscillator: false,
  SimpleMASignal: false,
};

export function walkTechnical(peer: Technical, candles: readonly Candle[]): unknown {
  const sma = new peer.SMA({ period: 20, values: [] });
  const ema = new peer.EMA({ period: 20, values: [] });
  const rsi = new peer.RSI({ period: 14, values: [] });
  const macd = new peer.MACD({ ...MACD_INPUT, values: [] });
  const bollinger = new peer.BollingerBands({ period: 20, stdDev: 2, values: [] });
  const atr = new peer.ATR({ period: 14, high: [], low: [], close: [] });
  let last: unknown;
  for (const candle of candles) {
    sma.nextValue(candle.close);
    ema.nextValue(candle.close);
    rsi.nextValue(candle.close);
    macd.nextValue(candle.close);
    bollinger.nextValue(candle.close);
    last = atr.nextValue(candle);
  }
  return last;
}

/** All six over whole series. */
export function calculateTechnical(
  peer: Technical,
  { high, low, close: values }: Readonly<Record<'high' | 'low' | 'close', readonly number[]>>,
): unknown {
  return [
    peer.SMA.calculate({ period: 20, values }),
    peer.EMA.calculate({ period: 20, values }),
    peer.RSI.calculate({ period: 14, values }),
    peer.MACD.calculate({ ...MACD_INPUT, values }),
    peer.BollingerBands.calculate({ period: 20, stdDev: 2, values }),
    peer.ATR.calculate({ period: 14, high, low, close: values }),
  ];
}
