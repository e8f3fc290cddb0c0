import { engineFailure, engineState } from '../state/engine.ts';
import { text } from '../text/text.ts';

/** Says, in the one place that cannot be overlooked, that nothing is being watched. */
export function EngineFailure() {
  if (engineState.value !== 'failed') return null;
  const words = text().engine;
  return (
    <div class="notice" data-kind="error" role="alert">
      <p>
        <strong>{words.failed}</strong> {engineFailure.value}
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </div>
  );
}
