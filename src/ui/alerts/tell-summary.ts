import type { Delivery } from '../../protocol/delivery.ts';
import { formatShortMoment } from '../format/time.ts';
import { summarize } from '../notify/summarize.ts';
import { openHistory } from '../state/layout.ts';
import { closeNotice, notify } from '../state/notices.ts';
import { timeZone } from '../state/preferences.ts';
import { text } from '../text/text.ts';

const NOTICE = 'late-alerts';
const MOST_NAMED = 5;

/** On return, one notice tells what was missed: no toast and no sound for what is past. */
export function tellSummary(delivery: Delivery): void {
  if (delivery.type !== 'summary' || !delivery.late) return;
  const { count, buy, sell, symbols, from, to } = summarize(delivery);
  const moment = (time: number) => formatShortMoment(time, Date.now(), timeZone.peek());
  const named = symbols.slice(0, MOST_NAMED).join(', ');
  const words = text().notices;
  const others = symbols.length - MOST_NAMED;
  const list = others > 0 ? words.andOthers(named, others) : named;
  const show = () => {
    openHistory();
    closeNotice(NOTICE);
  };
  notify('info', words.late(count, moment(from), moment(to), buy, sell, list), {
    id: NOTICE,
    action: { label: words.showHistory, run: show },
  });
}
