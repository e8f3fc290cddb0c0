import { useDevice } from '../device-context.ts';
import type { SoundState } from './bell.ts';
import { SOUND_BUTTON_ATTRIBUTE } from './browser-voice.ts';
import '../device-buttons.css';
import './sound-button.css';
import { text } from '../text/text.ts';

/** Says whether alerts are heard, and turns sound on, off or unlocks it. */
export function SoundButton() {
  const { bell } = useDevice();
  const state = bell.state.value;
  const own = { [SOUND_BUTTON_ATTRIBUTE]: state };
  return (
    <button
      type="button"
      class="button sound-button"
      title={descriptionOf(state)}
      onClick={() => void bell.press()}
      {...own}
    >
      <SpeakerIcon isHeard={state === 'on'} />
      <span class="device-label">{labelOf(state)}</span>
    </button>
  );
}

function labelOf(state: SoundState): string {
  const words = text().shell.sound;
  const { on, off, unlock: blocked, unsupported } = words;
  return { on, off, blocked, unsupported }[state];
}

function descriptionOf(state: SoundState): string {
  const { turnOff: on, turnOn: off, blocked, unsupported } = text().shell.sound;
  return { on, off, blocked, unsupported }[state];
}

function SpeakerIcon({ isHeard }: { isHeard: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M2 6h2.5L8 3v10l-3.5-3H2z" fill="currentColor" />
      <path
        d={
          isHeard
            ? 'M10.5 5.5a3.5 3.5 0 0 1 0 5M12.5 3.5a6.4 6.4 0 0 1 0 9'
            : 'M10.5 6l4 4m0-4l-4 4'
        }
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
      />
    </svg>
  );
}
