/**
 * The candle chart itself, with its panes. Loaded on demand, with uPlot: the first screen does not
 * wait for it.
 *
 * Guarantees: however often it is told of changes, it is drawn at most once a displayed frame, and
 * not at all while it is not displayed. A change of the newest candle draws that candle alone, until
 * it needs more room than there is.
 */
import 'uplot/dist/uPlot.min.css';
import { onNextFrame } from '../../state/frame.ts';
import type { PlotSeries } from '../../state/series.ts';
import type { CrosshairAction } from './crosshair.ts';
import type { PlotGap } from './draw-gaps.ts';
import { listenToGestures } from './gestures.ts';
import { LINEAR, RATIO } from './geometry.ts';
import type { MarkWords } from './mark-buttons.ts';
import { createMarkButtons } from './mark-buttons.ts';
import type { MarkButtons } from './mark-buttons.ts';
import type { PlotMark } from './marks.ts';
import { createPane } from './pane.ts';
import type { Pane } from './pane.ts';
import { readTheme, watchTheme } from './plot-theme.ts';
import { NO_SERIES } from './plot-state.ts';
import type { PaneContent, PlotFormats, PlotState } from './plot-state.ts';
import { createViewControl } from './view-control.ts';
import type { Extent, View } from './view.ts';

export interface PlacedPane {
  readonly host: HTMLElement;
  readonly content: PaneContent;
}

export interface CandlePlot {
  /** What is shown, from the top: the first is the candles' pane. Before anything else. */
  setPanes(panes: readonly PlacedPane[]): void;
  /** Shows a series; another one of the same name keeps the view, at its times. */
  show(series: PlotSeries): void;
  /** The arrays of the series or of the lines have changed, at their end only. */
  update(): void;
  mark(marks: readonly PlotMark[]): void;
  setGaps(gaps: readonly PlotGap[]): void;
  setLog(isLog: boolean): void;
  /** Null: the newest close is the last price. */
  setLastPrice(price: number | null): void;
  setCountdown(text: string): void;
  /** A share of the width; above zero, into the past. */
  pan(share: number): void;
  zoom(factor: number): void;
  /** Back to the newest candles. */
  fit(): void;
  /** To the oldest candles. */
  goToStart(): void;
  /** Moves the crosshair by so many candles; null takes it away. */
  point(step: number | null): void;
  /** Colours, formats or time zone have changed. */
  restyle(): void;
  readonly panes: readonly Pane[];
  /** The newest candle is in view. */
  readonly isFollowing: boolean;
  readonly state: PlotState;
  destroy(): void;
}

export interface CandlePlotOptions {
  readonly formats: PlotFormats;
  /** Starts with all candles in view instead of the newest. */
  readonly isOverview: boolean;
  /** Index of the candle under the crosshair; null when there is none. */
  readonly onPoint?: (index: number | null) => void;
  readonly onView?: (view: View, extent: Extent) => void;
  /** Something was drawn. */
  readonly onDraw?: () => void;
  /** What can be done with a price that is pointed at. */
  readonly action?: CrosshairAction;
  /** Marks are buttons where this is given. */
  readonly marks?: { readonly words: () => MarkWords; readonly open: (mark: PlotMark) => void };
}

let plots = 0;

export function createCandlePlot(root: HTMLElement, options: CandlePlotOptions): CandlePlot {
  const { formats, isOverview, onView } = options;
  const group = `plot-${++plots}`;
  const state: PlotState = {
    theme: readTheme(root),
    series: NO_SERIES,
    length: 60_000,
    view: { from: 0, to: 1 },
    scaling: LINEAR,
    marks: [],
    gaps: [],
    lastPrice: null,
    countdown: '',
    axisWidth: 0,
  };
  const panes = new Map<HTMLElement, Pane>();
  let buttons: MarkButtons | null = null;
  let isBaseDue = false;
  /** Open time of the candle that the keyboard has put the crosshair on; it stays there until the pointer leads. */
  let pinned: number | null = null;
  let isPinDue = false;
  /** Index of the candle under the crosshair. */
  let pointed: number | null = null;
  let isHidden = root.clientWidth === 0;

  const all = (): readonly Pane[] => [...panes.values()];

  const draw = (): void => {
    const { openTime } = state.series;
    if (openTime.length === 0 || panes.size === 0 || isHidden) return;
    const isWhole = isBaseDue || all().some((pane) => !pane.isRoomy());
    if (isWhole) drawBase();
    for (const pane of panes.values()) pane.drawLive();
    // Drawn anew, a candle may stand elsewhere than the crosshair that was put on it.
    if (isPinDue || (isWhole && pinned !== null)) putCrosshair(pinned);
    isPinDue = false;
    options.onDraw?.();
  };

  const drawBase = (): void => {
    isBaseDue = false;
    const ranges = all().map((pane) => ({ pane, range: pane.range() }));
    for (const { pane, range } of ranges) widenAxis(pane, range.low, range.high);
    for (const { pane, range } of ranges) pane.drawBase(range);
    onView?.(state.view, control.extent);
  };

  const widenAxis = (pane: Pane, low: number, high: number): void => {
    const isPrice = pane === all()[0];
    const { backward } = isPrice ? state.scaling : LINEAR;
    const format = isPrice ? formats.price : formats.value;
    const longest = Math.max(...[low, high].map((value) => format(backward(value)).length));
    state.axisWidth = Math.max(state.axisWidth, Math.ceil(14 + 6.8 * Math.max(5, longest)));
  };

  /** On the candle that opened at `time`; null takes it away. */
  const putCrosshair = (time: number | null): void => {
    for (const { plot } of panes.values()) {
      const left = time === null ? -10 : plot.valToPos(time, 'x');
      plot.setCursor({ left, top: -10 }, true);
    }
  };

  const redraw = (): void => {
    isBaseDue = true;
    onNextFrame(draw);
  };
  const control = createViewControl(state, isOverview, redraw);
  if (!isHidden) control.resize(root.clientWidth);

  const resizes = new ResizeObserver(() => {
    // Read here alone: to ask for it while drawing would lay the page out once more.
    isHidden = root.clientWidth === 0;
    if (isHidden) return;
    for (const pane of panes.values()) pane.resize();
    control.resize(root.clientWidth);
  });

  const addPane = ({ host, content }: PlacedPane, isPrice: boolean): void => {
    const pane = createPane({
      host,
      content,
      state,
      formats,
      isPrice,
      group,
      action: options.action ?? null,
      isLast: () => all().at(-1) === panes.get(host),
      pointed(index) {
        pointed = index;
        options.onPoint?.(index);
      },
      placed(marks, { left, top, ratio }) {
        buttons?.place(marks, { left, top, ratio });
      },
    });
    panes.set(host, pane);
    if (isPrice && options.marks) {
      buttons = createMarkButtons(pane.plot.over, options.marks.words, options.marks.open);
    }
    const { pan, zoom, fit } = control;
    listenToGestures(pane.plot.over, {
      pan,
      zoom,
      reset: fit,
      settle() {
        pinned = null;
        pane.plot.syncRect(true);
      },
      tap(left, top) {
        pinned = null;
        pane.plot.setCursor({ left, top }, true);
      },
      unpoint: () => putCrosshair(null),
    });
    resizes.observe(host);
  };

  /** The panes are kept in the order in which they stand. */
  const putLast = (host: HTMLElement): void => {
    const pane = panes.get(host);
    if (!pane) return;
    panes.delete(host);
    panes.set(host, pane);
  };

  const restyle = (): void => {
    state.theme = readTheme(root);
    redraw();
  };
  const stopTheme = watchTheme(restyle);

  return {
    setPanes(wanted) {
      for (const [host, pane] of panes) {
        if (wanted.some((one) => one.host === host)) continue;
        resizes.unobserve(host);
        pane.destroy();
        panes.delete(host);
      }
      for (const [index, one] of wanted.entries()) {
        const known = panes.get(one.host);
        if (known) known.content = one.content;
        else addPane(one, index === 0);
      }
      for (const { host } of wanted) putLast(host);
      redraw();
    },
    show: control.show,
    update() {
      if (!control.follow()) onNextFrame(draw);
    },
    mark(marks) {
      state.marks = marks;
      redraw();
    },
    setGaps(gaps) {
      state.gaps = gaps;
      redraw();
    },
    setLog(isLog) {
      state.scaling = isLog ? RATIO : LINEAR;
      redraw();
    },
    setLastPrice(price) {
      state.lastPrice = price;
      onNextFrame(draw);
    },
    setCountdown(text) {
      state.countdown = text;
      onNextFrame(draw);
    },
    pan: control.pan,
    zoom: (factor) => control.zoom(factor),
    fit: control.fit,
    goToStart: control.goToStart,
    point(step) {
      const { openTime } = state.series;
      const last = openTime.length - 1;
      if (step === null) pointed = null;
      const from = pinned;
      const at = from === null ? pointed : openTime.findLastIndex((time) => time <= from);
      const index = Math.min(last, Math.max(0, (at ?? last) + (step ?? 0)));
      pinned = step === null ? null : (openTime[index] ?? null);
      isPinDue = true;
      if (pinned !== null) control.reveal(pinned);
      onNextFrame(draw);
    },
    restyle,
    get panes() {
      return all();
    },
    get isFollowing() {
      return control.isFollowing;
    },
    state,
    destroy() {
      stopTheme();
      resizes.disconnect();
      for (const pane of panes.values()) pane.destroy();
      panes.clear();
    },
  };
}
