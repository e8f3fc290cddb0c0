import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { alerts } from '../state/alerts.ts';
import { connectionState } from '../state/connection.ts';
import { engineState } from '../state/engine.ts';
import { text } from '../text/text.ts';

const loadContents = async () => (await import('./HistoryContents.tsx')).HistoryContents;
const loadTools = async () => (await import('./HistoryTools.tsx')).HistoryTools;

/** Every alert that was raised, newest first. */
export function AlertHistory() {
  const words = text().history;
  const isOld = engineState.value !== 'running' || connectionState.value !== 'CONNECTED';
  const hasAlerts = alerts.value.length > 0;
  return (
    <Panel
      title={words.title}
      tab="alerts"
      class="history"
      note={isOld && hasAlerts ? words.notLive : null}
      actions={hasAlerts ? <Lazy load={loadTools} props={{}} /> : null}
    >
      <Lazy load={loadContents} props={{}} />
    </Panel>
  );
}
