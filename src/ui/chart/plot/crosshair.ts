import type uPlot from 'uplot';
import type { Scaling } from './geometry.ts';

export interface CrosshairAction {
  /** What it does with a value, in words. */
  readonly name: (value: string) => string;
  readonly run: () => void;
}

export interface Crosshair {
  /** Writes the values where the pointer is: its height on the one axis, its candle on the other. */
  update(): void;
}

export function createCrosshair(
  plot: uPlot,
  options: {
    readonly scaling: () => Scaling;
    readonly format: (value: number) => string;
    /** Of the candle that is pointed at; empty in a pane without an axis of times. */
    readonly time: () => string;
    /** A button at the height of the pointer, where there is something to do with its value. */
    readonly action: CrosshairAction | null;
  },
): Crosshair {
  const value = label(plot);
  const button = options.action && actionButton(plot, options.action);
  const time = label(plot);
  return {
    update() {
      const { left = -1, top = -1 } = plot.cursor;
      const { offsetLeft, offsetTop, clientWidth, clientHeight } = plot.over;
      value.hidden = top < 0;
      if (button) button.hidden = value.hidden;
      if (!value.hidden) {
        const shown = options.format(options.scaling().backward(plot.posToVal(top, 'y')));
        value.textContent = shown;
        if (button) {
          button.title = options.action?.name(shown) ?? '';
          button.setAttribute('aria-label', button.title);
          button.style.transform = `translateY(${top}px) translateY(-50%)`;
        }
        value.style.transform = `translate(${offsetLeft + clientWidth + 1}px, ${offsetTop + top}px) translateY(-50%)`;
      }
      const text = left < 0 ? '' : options.time();
      time.hidden = text === '';
      if (time.hidden) return;
      time.textContent = text;
      const half = time.offsetWidth / 2;
      const middle = Math.min(Math.max(left, half), clientWidth - half);
      time.style.transform = `translate(${offsetLeft + middle}px, ${offsetTop + clientHeight + 3}px) translateX(-50%)`;
    },
  };
}

/** Inside the plot's own area: a pointer that goes to it has not left the plot. */
function actionButton(plot: uPlot, { run }: CrosshairAction): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'plot-action';
  made.textContent = '+';
  made.hidden = true;
  // There is a key for it: the button goes with the pointer.
  made.tabIndex = -1;
  made.addEventListener('click', run);
  plot.over.append(made);
  return made;
}

function label(plot: uPlot): HTMLElement {
  const made = document.createElement('span');
  made.className = 'plot-crosshair';
  made.hidden = true;
  plot.root.append(made);
  return made;
}
