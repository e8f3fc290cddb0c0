import { useEffect, useRef } from 'preact/hooks';
import { FileInput } from '../shell/FileInput.tsx';
import { partText } from '../text/text.ts';
import { BackupOffer } from './BackupOffer.tsx';
import { BackupOutcome } from './BackupOutcome.tsx';
import { backupState, clearBackup, exportBackup, offerBackup } from './backup-flow.ts';
import { saveFile } from './save-file.ts';
import './backup.css';

/** Everything that the user has made, to a file and back. */
export function BackupControls() {
  const words = partText().backup;
  const input = useRef<HTMLInputElement>(null);
  const importButton = useRef<HTMLButtonElement>(null);
  const wasOffered = useRef(false);
  const state = backupState.value;
  const isWorking = state.type === 'working';
  // How it ended was told to whoever saw it.
  useEffect(() => clearBackup, []);
  // The offer takes the focus, and with it goes the button that has it.
  useEffect(() => {
    if (wasOffered.current && state.type !== 'offered') importButton.current?.focus();
    wasOffered.current = state.type === 'offered';
  }, [state]);
  const chooseFile = () => {
    if (!isWorking) input.current?.click();
  };
  return (
    <fieldset class="settings-group backup" aria-busy={isWorking}>
      <legend>{words.title}</legend>
      <p class="hint">{words.hint}</p>
      <div class="settings-buttons">
        <button
          type="button"
          class="button"
          // Not `disabled`: a button that is loses the focus.
          aria-disabled={isWorking}
          onClick={() => void exportBackup(saveFile)}
        >
          {words.export}
        </button>
        <button
          ref={importButton}
          type="button"
          class="button"
          aria-disabled={isWorking}
          onClick={chooseFile}
        >
          {words.import}
        </button>
        <FileInput
          input={input}
          label={words.chooseFile}
          onFile={(file) => void offerBackup(file)}
        />
      </div>
      <BackupOutcome state={state} />
      {state.type === 'offered' ? <BackupOffer offer={state} /> : null}
    </fieldset>
  );
}
