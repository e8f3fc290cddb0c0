import { useState } from 'preact/hooks';
import { useDevice } from '../device-context.ts';
import '../device-buttons.css';
import { text } from '../text/text.ts';

const HOW_ID = 'install-how';

/** Installs the app, or says how (iOS). Not there where it is installed or cannot be. */
export function InstallButton() {
  const { installOffer } = useDevice();
  const [isHowShown, showHow] = useState(false);
  const state = installOffer.state.value;

  if (state === 'hidden') return null;
  if (state === 'offered') {
    return (
      <button type="button" class="button" onClick={() => void installOffer.install()}>
        <InstallIcon />
        <span class="device-label">{text().shell.install.button}</span>
      </button>
    );
  }
  return (
    <div class="device-control">
      <button
        type="button"
        class="button"
        aria-expanded={isHowShown}
        aria-controls={HOW_ID}
        onClick={() => showHow(!isHowShown)}
      >
        <InstallIcon />
        <span class="device-label">{text().shell.install.showHow}</span>
      </button>
      <div id={HOW_ID} role="status">
        {isHowShown && <p class="device-hint">{text().shell.install.ios}</p>}
      </div>
    </div>
  );
}

function InstallIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d="M8 2v8m0 0L5 7m3 3l3-3M3 13.5h10"
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
