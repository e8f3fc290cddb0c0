import type { Interval } from '../../domain/interval.ts';
import type { ConsensusReport, SeriesReport } from '../../protocol/market-state.ts';
import { withSign } from '../format/percent.ts';
import { partText } from '../text/text.ts';

/** `BTCUSDT 1h: 3 buy, 1 sell, consensus +0.42, trend up`; what is not live is said at the end. */
export function cellWords(
  symbol: string,
  interval: Interval,
  report: ConsensusReport | undefined,
  series: SeriesReport | undefined,
): string {
  const words = partText().matrix;
  const parts = report ? reportWords(report) : [];
  const isLive = series?.state === 'live' || series?.state === 'hole';
  if (!isLive || report === undefined)
    parts.push(partText().chart.states[series?.state ?? 'loading']);
  return words.cell(`${symbol} ${interval}`, parts);
}

function reportWords({ buy, sell, value, trend }: ConsensusReport): string[] {
  const words = partText().matrix;
  const said =
    buy + sell === 0
      ? [words.silent]
      : [words.buy(buy), words.sell(sell), words.consensus(withSign(value, 2))];
  return [...said, trend === null ? words.trendUnknown : words.trend(trend)];
}
