import { Toasts } from '../alerts/Toasts.tsx';
import { Chart } from '../chart/Chart.tsx';
import { Health } from '../health/Health.tsx';
import { OutageBanner } from '../health/OutageBanner.tsx';
import { AlertHistory } from '../history/AlertHistory.tsx';
import { InstallButton } from '../install/InstallButton.tsx';
import { UpdatePrompt } from '../install/UpdatePrompt.tsx';
import { Metrics } from '../metrics/Metrics.tsx';
import { EngineFailure } from '../notices/EngineFailure.tsx';
import { Notices } from '../notices/Notices.tsx';
import { NotificationsButton } from '../notify/NotificationsButton.tsx';
import { Rules } from '../rules/Rules.tsx';
import { SoundButton } from '../sound/SoundButton.tsx';
import { connectionState } from '../state/connection.ts';
import { engineState } from '../state/engine.ts';
import { activeTab, isSettingsOpen } from '../state/layout.ts';
import { editorRequest, importRequest } from '../state/rule-dialogs.ts';
import { text } from '../text/text.ts';
import { Watchlist } from '../watchlist/Watchlist.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { Lazy } from './Lazy.tsx';
import { TabBar } from './TabBar.tsx';

const loadRuleEditor = async () => (await import('../rules/editor/RuleEditor.tsx')).RuleEditor;
const loadRuleImport = async () => (await import('../rules/import/RuleImport.tsx')).RuleImport;
const loadSettings = async () => (await import('../settings/SettingsDialog.tsx')).SettingsDialog;

/** The page: market, series and alarm side by side, or one at a time where there is no room. */
export function App() {
  return (
    <div
      class="app"
      data-tab={activeTab.value}
      data-live={connectionState.value === 'CONNECTED' && engineState.value !== 'failed'}
    >
      <Header>
        <InstallButton />
        <SoundButton />
        <NotificationsButton />
      </Header>
      <div class="prompts">
        <EngineFailure />
        <OutageBanner />
        <UpdatePrompt />
        <Notices />
      </div>
      <main class="board">
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
        {isSettingsOpen.value ? <Lazy load={loadSettings} props={{}} /> : null}
      </ErrorBoundary>
      <ErrorBoundary title={text().rules.title}>
        <RuleDialogs />
      </ErrorBoundary>
    </div>
  );
}

function RuleDialogs() {
  const editing = editorRequest.value;
  const offered = importRequest.value;
  return (
    <>
      {editing === null ? null : <Lazy load={loadRuleEditor} props={{ request: editing }} />}
      {offered === null ? null : <Lazy load={loadRuleImport} props={{ request: offered }} />}
    </>
  );
}
