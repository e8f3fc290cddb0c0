import { formatDuration } from '../format/time.ts';
import { now } from '../state/clock.ts';
import { connection, connectionState } from '../state/connection.ts';
import { engineState, venue } from '../state/engine.ts';
import { text } from '../text/text.ts';

/** The link to the exchange: its state by name, and whose prices these are. */
export function ConnectionStatus() {
  const report = connection.value;
  const isFailed = engineState.value === 'failed';
  const state = isFailed ? 'ERROR' : connectionState.value;
  const words = text().connection;
  return (
    <div
      class="connection"
      role="status"
      aria-label={words.label}
      data-state={state}
      title={isFailed ? text().engine.failed : words.meanings[state]}
    >
      <span class="connection-dot" aria-hidden="true" />
      <span class="connection-state">{words.states[state]}</span>
      <span class="connection-venue">{text().app.venue(report?.venue || venue.value)}</span>
      <NextRetry at={report?.nextRetryAt ?? null} />
    </div>
  );
}

/** Counts down for the eyes only: a screen reader is told of changes of state, not of seconds. */
function NextRetry({ at }: { at: number | null }) {
  if (at === null || at <= now.value) return null;
  return (
    <span class="connection-retry" aria-hidden="true">
      {text().connection.nextRetry(formatDuration(at - now.value))}
    </span>
  );
}
