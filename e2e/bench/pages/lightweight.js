// The same candles in lightweight-charts, which only the bench installs: no types of it are there.
import { CandlestickSeries, createChart } from 'lightweight-charts';
import { CANDLES, chartCandles, HEIGHT, IN_VIEW, nextClose, WIDTH } from './chart-data.ts';

const candles = chartCandles().map((candle) => ({ ...candle, time: candle.openTime / 1000 }));
const chart = createChart(document.body.appendChild(document.createElement('div')), {
  width: WIDTH,
  height: HEIGHT,
});
const series = chart.addSeries(CandlestickSeries);
series.setData(candles);
chart.timeScale().setVisibleLogicalRange({ from: CANDLES - IN_VIEW, to: CANDLES + 4 });

let turn = 0;
function change() {
  turn += 1;
  const last = candles.at(-1);
  series.update({ ...last, close: nextClose(last, turn) });
  requestAnimationFrame(change);
}
requestAnimationFrame(change);
