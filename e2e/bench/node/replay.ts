import { replayRule } from '../../../src/domain/rules/replay.ts';
import type { Rule } from '../../../src/domain/rules/rule.ts';
import { measurePairs } from '../pairs.ts';
import { atLeast, median } from '../row.ts';
import type { Row } from '../row.ts';
import { wanderingColumns } from './candles.ts';
import { CLASSICS, loadTechnical } from './classics.ts';

const CANDLES = 1_000_000;
/** What the peer is given: it takes long. */
const SHARE = 10;

const RULE: Rule = {
  id: 'rsi-cross',
  name: 'RSI cross',
  side: 'BUY',
  isEnabled: true,
  symbols: ['BTCUSDT'],
  intervals: ['1m'],
  conditions: {
    left: { indicator: 'rsi', params: CLASSICS.rsi, output: 'value' },
    operator: 'crossesAbove',
    right: { constant: 30 },
  },
};

/** A rule over a million candles, and the peer's RSI alone, without any rule, over a tenth of them. */
export const replayRow: Row = {
  name: 'replay',
  place: 'node',
  async measure({ root, rounds }) {
    const columns = wanderingColumns(CANDLES);
    const values = [...columns.close.subarray(0, CANDLES / SHARE)];
    const technical = await loadTechnical(root);
    const { ratios, secondMs } = measurePairs(
      rounds,
      () => technical.RSI.calculate({ period: CLASSICS.rsi.length, values }),
      () => replayRule(RULE, { '1m': columns }, 'BTCUSDT'),
    );
    return [
      {
        what: 'replayRule of an RSI cross, candles a second',
        rounds: secondMs.map((ms) => CANDLES / ms / 1000),
        unit: 'M/s',
        target: atLeast(3),
        note: `${median(secondMs).toFixed(0)} ms for 1,000,000`,
      },
      {
        what: 'technicalindicators’ RSI alone : replayRule',
        rounds: ratios.map((ratio) => ratio * SHARE),
        unit: '×',
        target: atLeast(10),
      },
    ];
  },
};
