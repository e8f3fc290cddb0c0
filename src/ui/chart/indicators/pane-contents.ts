/** Which pane shows what: overlays with the candles, every other indicator in a pane of its own. */
import type { OutputStyle } from '../../../domain/indicators/definition.ts';
import type { LoadedSeries } from '../../state/series.ts';
import type { PlotLine } from '../plot/draw-lines.ts';
import type { PaneContent } from '../plot/plot-state.ts';
import type { ShownIndicator } from './shown-indicators.ts';

export const PRICE_PANE = 'price';

/** One output of an indicator as chart and legend show it. */
export interface ShownOutput {
  readonly name: string;
  /** Place in the theme's colours for series; null for a direction, which is told in words. */
  readonly colour: number | null;
  readonly style: OutputStyle;
}

export interface ShownPane {
  readonly key: string;
  readonly indicators: readonly {
    readonly shown: ShownIndicator;
    readonly outputs: readonly ShownOutput[];
  }[];
}

/** The panes from the top; that of the candles is always there. */
export function panesOf(shown: readonly ShownIndicator[]): readonly ShownPane[] {
  const overlays = shown.filter(({ indicator }) => indicator.placement === 'price');
  const others = shown.filter(({ indicator }) => indicator.placement !== 'price');
  return [
    { key: PRICE_PANE, indicators: colouredFrom(overlays) },
    ...others.map((one) => ({ key: one.key, indicators: colouredFrom([one]) })),
  ];
}

/** Each line of a pane takes the next colour. */
function colouredFrom(shown: readonly ShownIndicator[]): ShownPane['indicators'] {
  let next = 0;
  return shown.map((one) => {
    const { outputs, signs = [], display = {} } = one.indicator;
    const isOnlySigns = signs.length === outputs.length;
    // Two edges of a band are one thing; of a cloud, each is known by its own colour.
    const [edge, otherEdge] = display.ahead ? [] : (display.band ?? []);
    const colours = new Map<string, number>();
    const colourOf = (name: string) => {
      const colour = colours.get(name === otherEdge ? (edge ?? '') : name) ?? next++;
      colours.set(name, colour);
      return colour;
    };
    return {
      shown: one,
      outputs: outputs.map((name): ShownOutput => {
        const isTold = signs.includes(name) && !isOnlySigns;
        const style = display.styles?.[name] ?? display.style ?? 'line';
        return { name, style, colour: isTold ? null : colourOf(name) };
      }),
    };
  });
}

/** What the pane draws over these candles. The lines grow with the arrays of the series. */
export function contentOf({ key, indicators }: ShownPane, series: LoadedSeries): PaneContent {
  const parts = indicators.map(({ shown, outputs }) => {
    const { display = {} } = shown.indicator;
    const values = series.lines.find((line) => line.key === shown.key)?.outputs ?? {};
    const ahead = (name: string) => shown.params[display.ahead?.[name] ?? ''] ?? 0;
    const lines = new Map<string, PlotLine>();
    for (const { name, colour, style } of outputs) {
      if (colour === null) continue;
      lines.set(name, {
        values: values[name] ?? [],
        style,
        colour,
        isDashed: style === 'line' && lines.size > 0 && display.band === undefined,
        trend: display.trend === undefined ? null : (values[display.trend] ?? []),
        ahead: ahead(name),
      });
    }
    return { shown, lines };
  });
  return {
    key,
    lines: parts.flatMap(({ shown, lines }) => [...lines.values(), ...laggingOf(shown, series)]),
    bands: parts.flatMap(({ shown, lines }) => {
      const [upper, lower] = shown.indicator.display?.band ?? [];
      const edges = [lines.get(upper ?? ''), lines.get(lower ?? '')];
      return edges[0] && edges[1] ? [{ upper: edges[0], lower: edges[1] }] : [];
    }),
    levels: parts.flatMap(({ shown }) => shown.indicator.display?.levels ?? []),
    bounds: boundsOf(parts.map(({ shown }) => shown)),
  };
}

/** The close, as far back as the indicator wants to see it. */
function laggingOf(shown: ShownIndicator, { close }: LoadedSeries): readonly PlotLine[] {
  const back = shown.params[shown.indicator.display?.lagging ?? ''];
  if (back === undefined) return [];
  const plain = { style: 'line', isDashed: true, trend: null } as const;
  return [{ ...plain, values: close, colour: LAGGING_COLOUR, ahead: -back }];
}

const LAGGING_COLOUR = 5;

function boundsOf(shown: readonly ShownIndicator[]): PaneContent['bounds'] {
  const [low, high] = shown[0]?.indicator.display?.bounds ?? [];
  return low === undefined || high === undefined ? null : { low, high };
}
