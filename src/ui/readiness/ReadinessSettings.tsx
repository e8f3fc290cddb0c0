import { partText } from '../text/text.ts';
import { ReadinessButton } from './ReadinessButton.tsx';

/** The check as the settings offer it. */
export function ReadinessSettings() {
  const words = partText().readiness;
  return (
    <fieldset class="settings-group">
      <legend>{words.settingsLegend}</legend>
      <div class="settings-buttons">
        <ReadinessButton />
      </div>
      <p class="hint">{words.settingsHint}</p>
    </fieldset>
  );
}
