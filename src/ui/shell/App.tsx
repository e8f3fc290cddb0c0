import { computed } from '@preact/signals';
import { Toasts } from '../alerts/Toasts.tsx';
import { Chart } from '../chart/Chart.tsx';
import { DeskModeButton } from '../desk/DeskModeButton.tsx';
import { MonitorButton } from '../desk/MonitorButton.tsx';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { Health } from '../health/Health.tsx';
import { AlertHistory } from '../history/AlertHistory.tsx';
import { InstallButton } from '../install/InstallButton.tsx';
import { UpdatePrompt } from '../install/UpdatePrompt.tsx';
import { Metrics } from '../metrics/Metrics.tsx';
import { EngineFailure } from '../notices/EngineFailure.tsx';
import { Notices } from '../notices/Notices.tsx';
import { WatchBanner } from '../notices/WatchBanner.tsx';
import { NotificationsButton } from '../notify/NotificationsButton.tsx';
import { ReadinessHost } from '../readiness/ReadinessHost.tsx';
import { Rules } from '../rules/Rules.tsx';
import { SoundButton } from '../sound/SoundButton.tsx';
import { connectionState } from '../state/connection.ts';
import { engineState } from '../state/engine.ts';
import { activeTab, isSettingsOpen, isShortcutListOpen, roomFor } from '../state/layout.ts';
import { editorRequest, importRequest, quickAlertRequest } from '../state/rule-dialogs.ts';
import { selection } from '../state/selection.ts';
import { text } from '../text/text.ts';
import { Watchlist } from '../watchlist/Watchlist.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { Lazy } from './Lazy.tsx';
import { TabBar } from './TabBar.tsx';

const loadBackfill = async () =>
  (await import('../backfill/BackfillProgress.tsx')).BackfillProgress;
const loadRuleEditor = async () => (await import('../rules/editor/RuleEditor.tsx')).RuleEditor;
const loadRuleImport = async () => (await import('../rules/import/RuleImport.tsx')).RuleImport;
const loadQuickAlert = async () => (await import('../rules/QuickAlert.tsx')).QuickAlert;
const loadShortcuts = async () => (await import('../shortcuts/ShortcutList.tsx')).ShortcutList;
const loadSettings = async () => (await import('../settings/SettingsDialog.tsx')).SettingsDialog;

const isLive = computed(
  () => connectionState.value === 'CONNECTED' && engineState.value !== 'failed',
);

const hasSeries = computed(() => selection.value !== null);

/**
 * The page: market, series and alarm side by side, or one at a time where there is no room. What
 * changes is read by its parts, so that the whole is drawn but once.
 */
export function App() {
  return (
    <div class="app" data-tab={activeTab} data-live={isLive}>
      <ErrorBoundary title={text().app.header}>
        <Header>
          <InstallButton />
          <SoundButton />
          <DeskModeButton />
          <MonitorButton />
          <NotificationsButton />
        </Header>
      </ErrorBoundary>
      <div class="prompts">
        <ErrorBoundary title={text().supervision.title}>
          <EngineFailure />
        </ErrorBoundary>
        <ErrorBoundary title={text().notices.label}>
          <WatchBanner />
          <UpdatePrompt />
          <Notices />
          <FirstRun />
        </ErrorBoundary>
        <ErrorBoundary title={text().backfill.label}>
          <Lazy load={loadBackfill} props={{}} />
        </ErrorBoundary>
      </div>
      <main
        class="board"
        data-series={hasSeries}
        data-alert={roomFor.alert}
        data-metrics={roomFor.metrics}
        data-panes={roomFor.panes}
      >
        <div class="column left">
          <Watchlist />
        </div>
        <div class="column centre">
          <Chart />
          <Metrics />
          <AlertHistory />
        </div>
        <div class="column right">
          <Rules />
          <Health />
        </div>
      </main>
      <TabBar />
      <ErrorBoundary title={text().alerts.title}>
        <Toasts />
      </ErrorBoundary>
      <ErrorBoundary title={text().settings.title}>
        <Settings />
      </ErrorBoundary>
      <ErrorBoundary title={text().shortcuts.title}>
        <Shortcuts />
      </ErrorBoundary>
      <ReadinessHost />
      <ErrorBoundary title={text().rules.title}>
        <RuleDialogs />
      </ErrorBoundary>
    </div>
  );
}

function Settings() {
  return isSettingsOpen.value ? <Lazy load={loadSettings} props={{}} /> : null;
}

function Shortcuts() {
  return isShortcutListOpen.value ? <Lazy load={loadShortcuts} props={{}} /> : null;
}

function RuleDialogs() {
  const editing = editorRequest.value;
  const offered = importRequest.value;
  const quick = quickAlertRequest.value;
  return (
    <>
      {editing === null ? null : <Lazy load={loadRuleEditor} props={{ request: editing }} />}
      {offered === null ? null : <Lazy load={loadRuleImport} props={{ request: offered }} />}
      {quick === null ? null : <Lazy load={loadQuickAlert} props={{ request: quick }} />}
    </>
  );
}
