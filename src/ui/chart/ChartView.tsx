import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { whyNothing } from '../notices/why-nothing.ts';
import { useRoom } from '../shell/use-room.ts';
import { focusAlert } from '../state/alerts.ts';
import { roomFor } from '../state/layout.ts';
import { shortcutKeys } from '../state/preferences.ts';
import { quickAlertRequest } from '../state/rule-dialogs.ts';
import type { Selection } from '../state/selection.ts';
import { loadedSeries, seriesKey, seriesReports } from '../state/series.ts';
import { partText, text } from '../text/text.ts';
import { ChartControls } from './ChartControls.tsx';
import { ChartSummary } from './ChartSummary.tsx';
import { Legend } from './Legend.tsx';
import { chartSeries, mainPlot, shownPanes } from './chart-model.ts';
import { crosshairPrice } from './crosshair-price.ts';
import { feedPlot } from './feed-plot.ts';
import { plotFormats } from './formats.ts';
import { IndicatorDialog } from './indicators/IndicatorDialog.tsx';
import { indicatorDialog } from './indicators/dialog-state.ts';
import { PRICE_PANE } from './indicators/pane-contents.ts';
import type { ShownPane } from './indicators/pane-contents.ts';
import { pressKey } from './keys.ts';
import { drawings, pointed } from './legend-values.ts';
import { describeMarks } from './mark-words.ts';
import { askForOlder } from './older-candles.ts';
import { SpokenCandle } from './SpokenCandle.tsx';
import { usePlot } from './use-plot.ts';
import './plot.css';

/** So many do not fit into the usual height. */
const MANY_PANES = 3;

/** The page's own chart: the panes with their legends, and what is around them. */
export function ChartView({ selected }: { selected: Selection }) {
  const words = partText().chart;
  const summaryId = useId();
  const root = useRef<HTMLDivElement>(null);
  const hosts = useRef(new Map<string, HTMLElement>());
  const isLoaded = useComputed(() => chartSeries.value !== null).value;
  const panes = shownPanes.value;
  const placed = useSignal<readonly ShownPane[]>([]);
  const request = indicatorDialog.value;

  useRoom(roomFor.panes, panes.length >= MANY_PANES);
  const plot = usePlot(root, () => ({
    formats: plotFormats(() => chartSeries.peek()),
    isOverview: false,
    onPoint: (index) => (pointed.value = index),
    onDraw: () => (drawings.value += 1),
    onView(view, extent) {
      const series = chartSeries.peek();
      if (series) askForOlder(series, view, extent);
    },
    action: { name: (price) => partText().chart.alertAt(price), run: askForAlert },
    marks: { words: describeMarks, open: ({ alertId }) => alertId && focusAlert(alertId) },
  })).value;

  useEffect(() => {
    mainPlot.value = plot;
    if (!plot) return undefined;
    return feedPlot(plot, { panes: placed, hostOf: (key) => hosts.current.get(key) });
  }, [plot, placed]);
  useEffect(() => {
    placed.value = panes;
  }, [panes, placed]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!plot || event.defaultPrevented) return;
    if (event.key === 'a' && shortcutKeys.peek() === 'on' && !event.ctrlKey && !event.metaKey) {
      askForAlert();
    } else if (!pressKey(plot, event)) return;
    event.preventDefault();
  };

  return (
    <div class="plot" ref={root}>
      {panes.map((pane) => (
        <div
          key={pane.key}
          class="plot-pane"
          data-pane={pane.key === PRICE_PANE ? 'price' : 'own'}
          data-chips={pane.indicators.length > 0}
        >
          <div
            class="plot-canvas"
            data-loaded={isLoaded}
            ref={(host) => {
              if (host) hosts.current.set(pane.key, host);
              else hosts.current.delete(pane.key);
            }}
            {...(pane.key === PRICE_PANE
              ? {
                  role: 'application',
                  tabIndex: 0,
                  'aria-label': words.plotOf(`${selected.symbol} ${selected.interval}`),
                  'aria-describedby': isLoaded ? summaryId : undefined,
                  onKeyDown,
                }
              : {})}
          />
          {isLoaded ? <Legend pane={pane} /> : null}
          {pane.key === PRICE_PANE ? <ChartControls /> : null}
        </div>
      ))}
      {isLoaded && loadedSeries.value ? (
        <div id={summaryId} class="visually-hidden">
          <ChartSummary series={loadedSeries.value} />
          <p>{words.keys}</p>
        </div>
      ) : (
        <WhyEmpty selected={selected} />
      )}
      <SpokenCandle />
      {request ? <IndicatorDialog request={request} /> : null}
    </div>
  );
}

/** The quick form, filled with the price that is pointed at. */
function askForAlert(): void {
  const plot = mainPlot.peek();
  const price = plot && crosshairPrice(plot);
  if (price) quickAlertRequest.value = { symbol: plot.state.series.symbol, price };
}

/** No candles yet: the engine says why. */
function WhyEmpty({ selected }: { selected: Selection }) {
  const report = seriesReports.value.get(seriesKey(selected.symbol, selected.interval));
  return (
    <p class="plot-message">
      {whyNothing() ?? (text().reason(report?.reason ?? '') || partText().chart.loading)}
    </p>
  );
}
