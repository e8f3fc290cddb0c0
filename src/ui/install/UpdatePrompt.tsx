import { useDevice } from '../device-context.ts';
import { shellText } from '../text/en-shell.ts';
import './update-prompt.css';

/** Offers a new version. Nothing reloads until the user says so: the app may be watching. */
export function UpdatePrompt() {
  const { updates } = useDevice();
  // The empty status stays, so that screen readers notice when it fills.
  return (
    <div role="status" class="update-prompt-place">
      {updates.isReady.value && (
        <div class="update-prompt">
          <span>{shellText.update.ready}</span>
          <button type="button" class="button primary" onClick={updates.accept}>
            {shellText.update.reload}
          </button>
          <button type="button" class="button quiet" onClick={updates.postpone}>
            {shellText.update.later}
          </button>
        </div>
      )}
    </div>
  );
}
