import { useSignal } from '@preact/signals';
import type { BackfillReport } from '../../protocol/market-state.ts';
import { send } from '../engine-client.ts';
import { Icon } from '../shell/Icon.tsx';
import { backfill } from '../state/backfill.ts';
import { seriesReports } from '../state/series.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';
import { usableSymbols } from './progress.ts';
import { useProgress } from './use-progress.ts';
import './backfill.css';

/** Names that are told; the others are counted. */
const MOST_NAMES = 2;

/** How far the history is loaded, what is usable already, and how to stop it. */
export function BackfillProgress() {
  const { phase, isShown, spoken, hide } = useProgress();
  const report = backfill.value;
  return (
    <>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
      {isShown.value && report ? (
        <Bar report={report} isStopped={phase.value === 'stopped'} onHide={hide} />
      ) : null}
    </>
  );
}

interface BarProps {
  readonly report: BackfillReport;
  readonly isStopped: boolean;
  readonly onHide: () => void;
}

function Bar({ report, isStopped, onHide }: BarProps) {
  const words = partText().backfill;
  const { series, ready, failing } = report;
  /** The engine may be too busy to answer at once: that it was asked is seen all the same. */
  const asked = useSignal<boolean | null>(null);
  const isAsked = asked.value === !isStopped;
  const ask = () => {
    if (isAsked) return;
    asked.value = !isStopped;
    send({ type: isStopped ? 'resumeBackfill' : 'stopBackfill' });
  };
  const head = isStopped ? words.stopped(ready, series) : words.loading(ready, series);
  return (
    <div class="backfill" data-stopped={isStopped}>
      <p class="backfill-words">
        <strong>{head}</strong>
        {failing > 0 && !isStopped ? (
          <span class="backfill-failing">{words.failing(failing)}</span>
        ) : null}
        <span>{isStopped ? words.stoppedMeaning : usableWords()}</span>
      </p>
      <button
        type="button"
        class="button"
        aria-label={isStopped ? words.resumeMeaning : words.stopMeaning}
        aria-disabled={isAsked}
        onClick={ask}
      >
        {isStopped ? words.resume : words.stop}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.hide}
        title={words.hide}
        onClick={onHide}
      >
        <Icon name="close" size={14} />
      </button>
      <div
        class="backfill-bar"
        role="progressbar"
        aria-label={words.label}
        aria-valuemin={0}
        aria-valuemax={series}
        aria-valuenow={ready}
        aria-valuetext={words.ready(ready, series)}
      >
        <span style={{ width: `${(ready / series) * 100}%` }} />
      </div>
    </div>
  );
}

/** Looked up with each report of the progress, not with each of the hundreds of series. */
function usableWords(): string {
  const words = partText().backfill;
  const usable = usableSymbols(watchlist.value, seriesReports.peek());
  if (usable.length === 0) return '';
  const names = usable.slice(0, MOST_NAMES).join(', ');
  const more = usable.length - MOST_NAMES;
  return words.usable(more > 0 ? words.more(names, more) : names);
}
