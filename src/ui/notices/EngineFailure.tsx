import { MANY_FAILURES, startEngineNow } from '../engine-client.ts';
import { engineFailure, engineFailures, engineState } from '../state/engine.ts';
import { text } from '../text/text.ts';

/**
 * Says, in the one place that cannot be overlooked, that nothing is being watched. A single mishap,
 * over within a second or two, is left to a notice.
 */
export function EngineFailure() {
  const failures = engineFailures.value;
  if (engineState.value !== 'failed' || failures < MANY_FAILURES) return null;
  return (
    <div class="notice" data-kind="error" role="alert">
      <p>
        <strong>{text().supervision.failed(failures)}</strong> {engineFailure.value}{' '}
        {text().supervision.retries}
      </p>
      <button type="button" class="button" onClick={startEngineNow}>
        {text().supervision.startNow}
      </button>
      <button type="button" class="button" onClick={() => location.reload()}>
        {text().engine.reload}
      </button>
    </div>
  );
}
