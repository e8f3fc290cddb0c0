import { useSignal } from '@preact/signals';
import { formatMoment } from '../format/time.ts';
import { now } from '../state/clock.ts';
import { MOST_ERRORS, errorLog } from '../state/error-log.ts';
import type { ErrorEntry } from '../state/error-log.ts';
import { timeZone } from '../state/preferences.ts';
import { partText, text } from '../text/text.ts';

/** As many as one looks at; the log itself holds more. */
const SHOWN_FIRST = 8;

/** What went wrong since the page was opened, newest first. */
export function ErrorLog() {
  const words = partText().health.errors;
  const isWhole = useSignal(false);
  const all = errorLog.value;
  const entries = isWhole.value ? all : all.slice(0, SHOWN_FIRST);
  return (
    <section class="facts error-log" aria-label={words.title}>
      <h3>{words.title}</h3>
      {all.length === 0 ? <p class="hint">{words.none}</p> : null}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {isWhole.value && all.length === MOST_ERRORS ? (
        <p class="hint">{words.dropped(MOST_ERRORS)}</p>
      ) : null}
      {all.length > SHOWN_FIRST ? (
        <button
          type="button"
          class="button quiet"
          aria-expanded={isWhole.value}
          onClick={() => (isWhole.value = !isWhole.value)}
        >
          {isWhole.value ? words.less : words.more(all.length - SHOWN_FIRST)}
        </button>
      ) : null}
    </section>
  );
}

function Entry({ entry }: { entry: ErrorEntry }) {
  const { time, what, reason, count } = entry;
  const { supervision, notices } = text();
  return (
    <li>
      <time dateTime={new Date(time).toISOString()}>
        {formatMoment(time, now.value, timeZone.value)}
      </time>{' '}
      {supervision.withReason(supervision.what[what], reason)}{' '}
      {count > 1 ? <span class="badge">{notices.repeated(count)}</span> : null}
    </li>
  );
}
