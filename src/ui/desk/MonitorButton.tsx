import { Icon } from '../shell/Icon.tsx';
import { notify } from '../state/notices.ts';
import { text } from '../text/text.ts';
import { canOpenMonitor } from './monitor-window.ts';

/** Opens the mini monitor. Not there where the browser has no such windows. */
export function MonitorButton() {
  const words = text().desk;
  if (!canOpenMonitor()) return null;
  const open = async () => {
    try {
      const { openMonitor } = await import('./open-monitor.tsx');
      await openMonitor();
    } catch (error) {
      notify('warning', words.monitorFailed(String(error)), { id: 'monitor' });
    }
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={words.monitor}
      title={words.openMonitor}
      onClick={() => void open()}
    >
      <Icon name="monitor" />
    </button>
  );
}
