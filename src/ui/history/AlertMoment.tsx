import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { CandlesAnswer } from '../../protocol/chart.ts';
import { ask } from '../ask.ts';
import { send } from '../engine-client.ts';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { partText } from '../text/text.ts';

const loadChart = async () => (await import('../chart/MomentChart.tsx')).MomentChart;

/** So many candles, of which so many came after the one that the alert is of. */
const CANDLES = 100;
const AFTERWARDS = 20;

/** The chart at the moment of an alert, with what came of it; its candles are asked for. */
export function AlertMoment({ alert }: { alert: Alert }) {
  const words = partText().history.moment;
  const answer = useSignal<CandlesAnswer | null>(null);
  const attempt = useSignal(0);
  const { id, symbol, interval, candleOpenTime, signalType, price } = alert;
  const attempts = attempt.value;

  useEffect(() => {
    let isGone = false;
    const endTime = shiftOpenTime(interval, candleOpenTime, AFTERWARDS);
    const question = { type: 'fetchCandles', symbol, interval, endTime, limit: CANDLES } as const;
    answer.value = null;
    void ask(send, question).then((fetched) => {
      if (!isGone) answer.value = fetched;
      return undefined;
    });
    return () => {
      isGone = true;
    };
  }, [symbol, interval, candleOpenTime, attempts, answer]);

  // The same objects as long as it is the same alert: the chart is not to be drawn anew.
  const mark = useMemo(
    () => ({ openTime: candleOpenTime, side: signalType, alertId: id }),
    [candleOpenTime, signalType, id],
  );
  const columns = answer.value?.columns;
  const isEmpty = columns?.openTime.length === 0;
  return (
    <figure class="alert-moment" aria-label={words.label(symbol, interval)}>
      {columns && !isEmpty ? (
        <ErrorBoundary title={words.title}>
          <Lazy
            load={loadChart}
            props={{ symbol, interval, columns, mark, price: Number(price) }}
          />
        </ErrorBoundary>
      ) : isEmpty ? (
        <div class="empty" role="status">
          <span>{words.missing(answer.value?.reason ?? '')}</span>
          <button type="button" class="button" onClick={() => (attempt.value += 1)}>
            {partText().history.tryAgain}
          </button>
        </div>
      ) : (
        <p class="empty">{words.loading}</p>
      )}
    </figure>
  );
}
