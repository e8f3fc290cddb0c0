import { text } from '../text/text.ts';
import { isReadinessOpen } from './readiness-open.ts';

/** Opens the check, which begins at once. */
export function ReadinessButton() {
  return (
    <button
      type="button"
      class="button"
      aria-haspopup="dialog"
      onClick={() => (isReadinessOpen.value = true)}
    >
      {text().readiness.button}
    </button>
  );
}
