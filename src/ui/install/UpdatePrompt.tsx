import { useDevice } from '../device-context.ts';
import './update-prompt.css';
import { text } from '../text/text.ts';

/** Offers a new version. Nothing reloads until the user says so: the app may be watching. */
export function UpdatePrompt() {
  const { updates } = useDevice();
  // The empty status stays, so that screen readers notice when it fills.
  return (
    <div role="status" class="update-prompt-place">
      {updates.isReady.value && (
        <div class="update-prompt">
          <span>{text().shell.update.ready}</span>
          <button type="button" class="button primary" onClick={updates.accept}>
            {text().shell.update.reload}
          </button>
          <button type="button" class="button quiet" onClick={updates.postpone}>
            {text().shell.update.later}
          </button>
        </div>
      )}
    </div>
  );
}
