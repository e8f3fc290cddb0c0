import type { CandleColumns } from '../../domain/candle.ts';
import type { Interval } from '../../domain/interval.ts';
import { replayRule } from '../../domain/rules/replay.ts';
import { operandIntervals } from '../../domain/rules/rule.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { ClosedSeries } from './signal-desk.ts';

export type RulePreview = Extract<EngineEvent, { type: 'rulePreviewed' }>;

/** What a rule would have said about one series, whatever symbols and intervals it names itself. */
export function previewRule(
  { requestId, symbol, interval }: Pick<RulePreview, 'requestId' | 'symbol' | 'interval'>,
  rule: Rule,
  seriesOf: (symbol: string) => readonly ClosedSeries[],
): RulePreview {
  const atHand = new Map<Interval, CandleColumns>(
    seriesOf(symbol)
      .filter(({ closed }) => closed.length > 0)
      .map((series) => [series.interval, series.closed.columns()]),
  );
  const scoped: Rule = { ...rule, symbols: [symbol], intervals: [interval] };
  const needed = new Set([interval, ...operandIntervals(scoped)]);
  const missing = [...needed].filter((each) => !atHand.has(each));
  const candles = Object.fromEntries([...atHand].filter(([each]) => needed.has(each)));
  return {
    type: 'rulePreviewed',
    requestId,
    symbol,
    interval,
    candles: atHand.get(interval)?.openTime.length ?? 0,
    signals: missing.length > 0 ? [] : replayRule(scoped, candles, symbol),
    missing,
  };
}
