import { isSettingsOpen } from '../state/layout.ts';
import { partText } from '../text/text.ts';
import { openFirstRun } from './visit.ts';

/** The way back to the first steps. */
export function FirstRunSettings() {
  const words = partText().firstRun;
  const open = () => {
    openFirstRun();
    isSettingsOpen.value = false;
  };
  return (
    <fieldset class="settings-group">
      <legend>{words.title}</legend>
      <div class="settings-buttons">
        <button type="button" class="button" onClick={open}>
          {words.again}
        </button>
      </div>
      <p class="hint">{words.againHint}</p>
    </fieldset>
  );
}
