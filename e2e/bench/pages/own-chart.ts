/** The app's chart, whose last candle changes with each displayed frame. */
import '../../../src/ui/style/tokens.css';
import '../../../src/ui/style/palettes.css';
import '../../../src/ui/chart/plot.css';
import { createCandlePlot } from '../../../src/ui/chart/plot/candle-plot.ts';
import { plotFormats } from '../../../src/ui/chart/formats.ts';
import { chartCandles, HEIGHT, IN_VIEW, MINUTE_MS, nextClose, WIDTH } from './chart-data.ts';

const candles = chartCandles();
const series = {
  symbol: 'BTCUSDT',
  interval: '1m',
  openTime: candles.map(({ openTime }) => openTime),
  open: candles.map(({ open }) => open),
  high: candles.map(({ high }) => high),
  low: candles.map(({ low }) => low),
  close: candles.map(({ close }) => close),
  volume: candles.map(() => 10),
} as const;

const host = document.createElement('div');
host.className = 'plot-canvas';
host.style.cssText = `width: ${WIDTH}px; height: ${HEIGHT}px; flex: none`;
document.body.append(host);
const plot = createCandlePlot(host, { formats: plotFormats(() => series), isOverview: false });
plot.setPanes([
  { host, content: { key: 'price', lines: [], bands: [], levels: [], bounds: null } },
]);
plot.show(series);

let turn = 0;
function change(): void {
  turn += 1;
  const last = candles.at(-1);
  if (turn === 2) {
    const { from, to } = plot.state.view;
    plot.zoom((IN_VIEW * MINUTE_MS) / (to - from));
  }
  if (last) series.close[series.close.length - 1] = nextClose(last, turn);
  plot.update();
  requestAnimationFrame(change);
}
requestAnimationFrame(change);
