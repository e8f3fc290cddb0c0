import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Rule } from '../../../domain/rules/rule.ts';
import { send } from '../../engine-client.ts';
import { setMarks } from '../../state/chart-marks.ts';
import { forgetPreview, nextPreviewRequest, rulePreview } from '../../state/rule-preview.ts';
import type { RulePreview } from '../../state/rule-preview.ts';
import type { Selection } from '../../state/selection.ts';

/** The engine is asked when nothing has changed for so long. */
export const PREVIEW_PAUSE_MS = 300;
const OWNER = 'preview';

/**
 * Asks the engine what the rule would have said on a series, and marks that on the chart. Null until
 * the answer to the newest question is there; an answer to an older one is never shown.
 */
export function usePreview(rule: Rule | null, series: Selection | null): RulePreview | null {
  const { symbol, interval } = series ?? { symbol: null, interval: null };
  const asked = useSignal(0);
  useEffect(() => {
    if (rule === null || symbol === null || interval === null) {
      forgetPreview();
      return;
    }
    const requestId = nextPreviewRequest();
    asked.value = requestId;
    const timer = setTimeout(
      () => send({ type: 'previewRule', requestId, rule, symbol, interval }),
      PREVIEW_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [rule, symbol, interval, asked]);

  const answer = rulePreview.value;
  const isCurrent = answer !== null && answer.requestId === asked.value && rule !== null;
  const shown = isCurrent ? answer : null;
  useEffect(() => {
    if (shown === null) return setMarks(OWNER, []);
    const marks = shown.signals.map(({ side, symbol, interval, candleOpenTime }) => ({
      side,
      symbol,
      interval,
      openTime: candleOpenTime,
    }));
    setMarks(OWNER, marks);
  }, [shown]);
  useEffect(
    () => () => {
      forgetPreview();
      setMarks(OWNER, []);
    },
    [],
  );
  return shown;
}
