import { useComputed } from '@preact/signals';
import type { Interval } from '../../domain/interval.ts';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { isUsable } from '../backfill/progress.ts';
import { withSign } from '../format/percent.ts';
import { Icon } from '../shell/Icon.tsx';
import { consensusReports } from '../state/consensus.ts';
import { seriesKey, seriesReports } from '../state/series.ts';
import { text } from '../text/text.ts';
import { TrendMark } from './TrendMark.tsx';
import { cellWords } from './cell-words.ts';

interface Props {
  readonly symbol: string;
  readonly interval: Interval;
  /** Among all columns, that of the symbol being 1. */
  readonly columnIndex: number;
  /** Reached by the tab key. */
  readonly isActive: boolean;
  /** On the chart. */
  readonly isSelected: boolean;
}

/** A full consensus is shaded so much; more would swallow the words on it. */
const DARKEST = 38;
/** So that the faintest is told from none. */
const LIGHTEST = 6;

/** One series: the consensus as number, shape and shade, the trend as an arrow. */
export function MatrixCell({ symbol, interval, columnIndex, isActive, isSelected }: Props) {
  const key = seriesKey(symbol, interval);
  // Of hundreds of reports only those of its own series draw it anew.
  const report = useComputed(() => consensusReports.value.get(key)).value;
  const series = useComputed(() => seriesReports.value.get(key)).value;
  const side = sideOf(report);
  const shade = LIGHTEST + (DARKEST - LIGHTEST) * Math.abs(report?.value ?? 0);
  return (
    <div
      role="gridcell"
      class="matrix-cell"
      aria-colindex={columnIndex}
      aria-label={cellWords(symbol, interval, report, series)}
      aria-selected={isSelected}
      data-interval={interval}
      data-side={side}
      data-ready={isUsable(series)}
      tabIndex={isActive ? 0 : -1}
      style={side === 'none' ? {} : { '--shade': `${shade.toFixed(0)}%` }}
    >
      {report ? <Contents report={report} side={side} /> : <span class="matrix-waiting">…</span>}
    </div>
  );
}

type CellSide = 'buy' | 'sell' | 'even' | 'none';

function sideOf(report: ConsensusReport | undefined): CellSide {
  if (!report || report.buy + report.sell === 0) return 'none';
  if (report.value === 0) return 'even';
  return report.value > 0 ? 'buy' : 'sell';
}

function Contents({ report, side }: { report: ConsensusReport; side: CellSide }) {
  const { value, trend } = report;
  return (
    <>
      <span class="matrix-consensus">
        {side === 'buy' ? <Icon name="up" size={8} /> : null}
        {side === 'sell' ? <Icon name="down" size={8} /> : null}
        {side === 'none' ? text().number.unknown : withSign(value, 2)}
      </span>
      <span class="matrix-trend">{trend === null ? null : <TrendMark trend={trend} />}</span>
    </>
  );
}
