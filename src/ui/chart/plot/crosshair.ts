import type uPlot from 'uplot';

const CLASS = 'plot-crosshair';

/** The price at the height of the pointer, written on the axis beside the plot. */
export function showCrosshairPrice(plot: uPlot, formatPrice: (price: number) => string): void {
  const label = labelOf(plot);
  const { top = -1 } = plot.cursor;
  label.hidden = top < 0;
  if (label.hidden) return;
  const { left, width } = plot.over.getBoundingClientRect();
  const root = plot.root.getBoundingClientRect();
  label.textContent = formatPrice(plot.posToVal(top, 'y'));
  label.style.left = `${left - root.left + width + 1}px`;
  label.style.top = `${plot.over.offsetTop + top}px`;
}

function labelOf(plot: uPlot): HTMLElement {
  const known = plot.root.querySelector<HTMLElement>(`.${CLASS}`);
  if (known) return known;
  const made = document.createElement('span');
  made.className = CLASS;
  plot.root.append(made);
  return made;
}
