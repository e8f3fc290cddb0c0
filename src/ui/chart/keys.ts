import type { CandlePlot } from './plot/candle-plot.ts';

const STEP = 0.1;
const ZOOM = 1.25;

/** What a key does to the chart that has the focus; false for a key that means something else. */
export function pressKey(plot: CandlePlot, event: KeyPress): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return false;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const way = key === 'ArrowLeft' ? -1 : 1;
      if (shiftKey) plot.point(way);
      else plot.pan(-way * STEP);
      return true;
    }
    case '+':
    case '=':
      plot.zoom(1 / ZOOM);
      return true;
    case '-':
    case '_':
      plot.zoom(ZOOM);
      return true;
    case 'Home':
      plot.goToStart();
      return true;
    case 'End':
      plot.fit();
      return true;
    case 'Escape':
      plot.point(null);
      return false;
    default:
      return false;
  }
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;
