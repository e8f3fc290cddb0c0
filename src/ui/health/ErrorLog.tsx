import { formatMoment } from '../format/time.ts';
import { now } from '../state/clock.ts';
import { errorLog } from '../state/error-log.ts';
import { timeZone } from '../state/preferences.ts';
import { supervisionText } from '../text/en-supervision.ts';

/** As many as one looks at; the log itself holds more. */
const SHOWN = 20;

/** What went wrong since the page was opened, newest first; nothing while all went well. */
export function ErrorLog() {
  const entries = errorLog.value.slice(0, SHOWN);
  if (entries.length === 0) return null;
  return (
    <div class="facts">
      <h3>{supervisionText.errorLog}</h3>
      <ol class="error-log">
        {entries.map(({ time, what, reason }) => (
          <li key={`${time} ${what}`}>
            <time dateTime={new Date(time).toISOString()}>
              {formatMoment(time, now.value, timeZone.value)}
            </time>{' '}
            {supervisionText.withReason(supervisionText.what[what], reason)}
          </li>
        ))}
      </ol>
    </div>
  );
}
