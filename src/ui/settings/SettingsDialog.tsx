import { BackupControls } from '../backup/BackupControls.tsx';
import { FirstRunSettings } from '../first-run/FirstRunSettings.tsx';
import { ReadinessSettings } from '../readiness/ReadinessSettings.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { isSettingsOpen } from '../state/layout.ts';
import { text } from '../text/text.ts';
import { Appearance } from './Appearance.tsx';
import { ConnectionControl } from './ConnectionControl.tsx';
import { IntervalChoice } from './IntervalChoice.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import './settings.css';

/** Everything that can be set, in a dialog over the page. */
export function SettingsDialog() {
  const words = text();
  return (
    <Dialog
      name="settings"
      title={words.settings.title}
      onClosed={() => (isSettingsOpen.value = false)}
    >
      {() => (
        <ErrorBoundary title={words.settings.title}>
          <div class="dialog-body">
            <Appearance />
            <ConnectionControl />
            <ReadinessSettings />
            <FirstRunSettings />
            <IntervalChoice />
            <BackupControls />
            <SettingsForm />
          </div>
        </ErrorBoundary>
      )}
    </Dialog>
  );
}
