/** The colours that the plot takes from the page's tokens: a canvas cannot read them by itself. */
export interface PlotTheme {
  readonly text: string;
  readonly strongText: string;
  readonly grid: string;
  readonly level: string;
  readonly panel: string;
  readonly up: string;
  readonly down: string;
  /** Of lines that are neither up nor down, to be taken in turn. */
  readonly series: readonly string[];
  /** 11 px, which uPlot scales to the screen by itself. */
  readonly font: string;
  readonly fontFamily: string;
}

const SERIES = [1, 2, 3, 4, 5, 6] as const;

export function readTheme(element: Element): PlotTheme {
  const probe = document.createElement('span');
  // Or forced colours would turn every answer into that of plain text.
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const style = getComputedStyle(probe);
  // By way of a property, so that names of system colours and mixtures come out as colours.
  const token = (name: string) => {
    probe.style.color = `var(${name})`;
    return style.color;
  };
  const theme: PlotTheme = {
    text: token('--faint'),
    strongText: token('--text'),
    grid: token('--line'),
    level: token('--line-strong'),
    panel: token('--panel'),
    up: token('--candle-up'),
    down: token('--candle-down'),
    series: SERIES.map((number) => token(`--series-${number}`)),
    font: `11px ${style.fontFamily}`,
    fontFamily: style.fontFamily,
  };
  probe.remove();
  return theme;
}

/** Calls back when tokens may have changed: another scheme, forced colours, another palette. */
export function watchTheme(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: light)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  const attributes = new MutationObserver(changed);
  attributes.observe(document.documentElement, { attributes: true });
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    attributes.disconnect();
  };
}
