/** Indicators candle by candle, as they are needed live, and over a whole series, as for a chart. */
import { candleAt } from '../../../src/domain/candle.ts';
import type { Candle } from '../../../src/domain/candle.ts';
import { computeSeries, indicators } from '../../../src/domain/indicators/index.ts';
import { measurePairs } from '../pairs.ts';
import { atLeast, median } from '../row.ts';
import type { Row } from '../row.ts';
import { wanderingColumns } from './candles.ts';
import {
  calculateTechnical,
  CLASSICS,
  loadTechnical,
  loadTradingSignals,
  walkTechnical,
} from './classics.ts';
import type { Walk } from './classics.ts';

const CANDLES = 100_000;
/** A run goes through the candles so often: one pass takes but milliseconds. */
const PASSES = 3;

export const streamingRow: Row = {
  name: 'indicators',
  place: 'node',
  async measure({ root, rounds }) {
    const columns = wanderingColumns(CANDLES);
    const candles = Array.from({ length: CANDLES }, (_, index) => candleAt(columns, index));
    const technical = await loadTechnical(root);
    const through = (walk: Walk) => () => repeatedly(() => walk(candles));
    const ours = through(walkOurs);
    const signals = measurePairs(rounds, through(await loadTradingSignals(root)), ours);
    const others = measurePairs(
      rounds,
      through((each) => walkTechnical(technical, each)),
      ours,
    );
    const each = (ms: readonly number[]): string =>
      `${((median(ms) / CANDLES / PASSES) * 1e6).toFixed(0)} ns`;
    return [
      {
        what: 'trading-signals : the six classics streaming',
        rounds: signals.ratios,
        unit: '×',
        target: atLeast(5),
        note: `${each(signals.firstMs)} : ${each(signals.secondMs)} a candle`,
      },
      {
        what: 'technicalindicators : the six classics streaming',
        rounds: others.ratios,
        unit: '×',
        target: atLeast(15),
        note: `${each(others.firstMs)} : ${each(others.secondMs)} a candle`,
      },
    ];
  },
};

export const seriesRow: Row = {
  name: 'series',
  place: 'node',
  async measure({ root, rounds }) {
    const columns = wanderingColumns(CANDLES);
    const { high, low, close } = columns;
    const arrays = { high: [...high], low: [...low], close: [...close] };
    const technical = await loadTechnical(root);
    const paired = measurePairs(
      rounds,
      () => repeatedly(() => calculateTechnical(technical, arrays)),
      () =>
        repeatedly(() =>
          Object.entries(CLASSICS).map(([name, params]) => computeSeries(name, params, columns)),
        ),
    );
    return [
      {
        what: 'technicalindicators : computeSeries, six classics, 100,000 candles',
        rounds: paired.ratios,
        unit: '×',
        target: atLeast(15),
        note: `${(median(paired.firstMs) / PASSES).toFixed(0)} : ${(median(paired.secondMs) / PASSES).toFixed(1)} ms`,
      },
    ];
  },
};

function repeatedly(work: () => unknown): unknown {
  let last: unknown;
  for (let pass = 0; pass < PASSES; pass++) last = work();
  return last;
}

/** As the peers are used: each by its own name. */
function walkOurs(candles: readonly Candle[]): unknown {
  const { sma, ema, rsi, macd, bollinger, atr } = indicators;
  let mean = sma.start(CLASSICS.sma);
  let average = ema.start(CLASSICS.ema);
  let strength = rsi.start(CLASSICS.rsi);
  let divergence = macd.start(CLASSICS.macd);
  let bands = bollinger.start(CLASSICS.bollinger);
  let range = atr.start(CLASSICS.atr);
  let last = 0;
  for (const candle of candles) {
    mean = sma.step(mean, candle);
    average = ema.step(average, candle);
    strength = rsi.step(strength, candle);
    divergence = macd.step(divergence, candle);
    bands = bollinger.step(bands, candle);
    range = atr.step(range, candle);
    last = mean.value + average.value + strength.value + divergence.macd + bands.upper;
    last += range.value;
  }
  return last;
}
