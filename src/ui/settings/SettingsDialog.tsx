import { useEffect, useId, useRef } from 'preact/hooks';
import { BackupControls } from '../backup/BackupControls.tsx';
import { FirstRunSettings } from '../first-run/FirstRunSettings.tsx';
import { ReadinessSettings } from '../readiness/ReadinessSettings.tsx';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Icon } from '../shell/Icon.tsx';
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
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="settings"
      aria-labelledby={titleId}
      onClose={() => (isSettingsOpen.value = false)}
      // The dialog fills its box: a press on the element itself is one on the backdrop.
      onMouseDown={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="settings-page">
        <header class="panel-header">
          <h2 class="panel-title" id={titleId}>
            {words.settings.title}
          </h2>
          <div class="panel-actions">
            <button
              type="button"
              class="icon-button"
              aria-label={words.app.close}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
        </header>
        <ErrorBoundary title={words.settings.title}>
          <div class="settings-body">
            <Appearance />
            <ConnectionControl />
            <ReadinessSettings />
            <FirstRunSettings />
            <IntervalChoice />
            <BackupControls />
            <SettingsForm />
          </div>
        </ErrorBoundary>
      </div>
    </dialog>
  );
}
