import { render } from 'preact';
import { MiniMonitor } from './MiniMonitor.tsx';
import { openMonitorWindow } from './monitor-window.ts';

const SIZE = { width: 300, height: 320 };

/** Shows the mini monitor in a window of its own, until that is closed. */
export async function openMonitor(): Promise<void> {
  const opened = await openMonitorWindow(SIZE.width, SIZE.height);
  const { body } = opened.document;
  opened.document.title = document.title;
  render(<MiniMonitor />, body);
  opened.addEventListener('pagehide', () => render(null, body), { once: true });
}
