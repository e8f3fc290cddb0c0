import { formatDateTime } from '../format/time.ts';
import { alertsById } from '../state/alerts.ts';
import { timeZone } from '../state/preferences.ts';
import { partText, text } from '../text/text.ts';
import type { MarkWords } from './plot/mark-buttons.ts';

/** What the marks of the chart are called. */
export function describeMarks(): MarkWords {
  const words = partText().chart;
  return {
    group: words.marks,
    name(marks) {
      const newest = marks.at(-1);
      if (!newest) return '';
      const rule = text().ruleName(alertsById.peek().get(newest.alertId ?? '')?.indicator ?? '');
      const time = formatDateTime(newest.openTime, timeZone.peek());
      const one = words.mark(text().sides[newest.side], rule, time);
      return marks.length === 1 ? one : words.markMore(one, marks.length - 1);
    },
  };
}
