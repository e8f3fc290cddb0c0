import { render } from 'preact';
import { monitor } from '../state/sight.ts';
import { MiniMonitor } from './MiniMonitor.tsx';
import { openMonitorWindow } from './monitor-window.ts';

const SIZE = { width: 300, height: 320 };

/** Shows the mini monitor in a window of its own, until that is closed. */
export async function openMonitor(): Promise<void> {
  const opened = await openMonitorWindow(SIZE.width, SIZE.height);
  const { body } = opened.document;
  opened.document.title = document.title;
  render(<MiniMonitor />, body);
  monitor.value = opened;
  const end = () => {
    // Another one may have taken its place.
    if (monitor.peek() === opened) monitor.value = null;
    render(null, body);
  };
  opened.addEventListener('pagehide', end, { once: true });
}
