/** The colours that the plot takes from the page's tokens: a canvas cannot read them by itself. */
export interface PlotTheme {
  readonly text: string;
  readonly grid: string;
  readonly panel: string;
  readonly up: string;
  readonly down: string;
  readonly font: string;
}

export function readTheme(element: Element): PlotTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: token('--faint'),
    grid: token('--line'),
    panel: token('--panel'),
    up: token('--candle-up'),
    down: token('--candle-down'),
    font: `11px ${style.fontFamily}`,
  };
}
