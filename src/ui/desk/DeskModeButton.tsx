import { useDevice } from '../device-context.ts';
import { Icon } from '../shell/Icon.tsx';
import { text } from '../text/text.ts';

/** Keeps the screen on. Not there where the browser cannot. */
export function DeskModeButton() {
  const { deskMode } = useDevice();
  const words = text().desk;
  const state = deskMode.state.value;
  if (state === 'unsupported') return null;
  return (
    <button
      type="button"
      class="icon-button toggle-button"
      aria-label={words.mode}
      aria-pressed={state !== 'off'}
      title={`${words.mode}: ${words.states[state]}`}
      onClick={() => void deskMode.toggle()}
    >
      <Icon name="sun" />
    </button>
  );
}
