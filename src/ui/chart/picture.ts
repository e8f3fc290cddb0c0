/** The chart as a picture: what is seen, with what it is, where it is from and when it was. */
import { formatNumber } from '../format/price.ts';
import { formatDateTime } from '../format/time.ts';
import { timeZone } from '../state/preferences.ts';
import type { PlotSeries } from '../state/series.ts';
import { text } from '../text/text.ts';
import { priceDecimals } from './formats.ts';
import type { CandlePlot } from './plot/candle-plot.ts';

/** CSS pixels. */
const HEAD = 44;
const MARGIN = 12;

interface Caption {
  readonly venue: string;
  /** Of the indicators that are shown. */
  readonly labels: readonly string[];
}

/** Downloads it as a PNG; false where the browser could not make one. */
export async function savePicture(
  plot: CandlePlot,
  series: PlotSeries,
  caption: Caption,
): Promise<boolean> {
  const canvas = drawPicture(plot, series, caption);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) return false;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(series);
  link.click();
  // The download has begun by then, and keeps what it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

/** `BTCUSDT-1h-2026-01-05-1020.png`, by UTC. */
function fileName({ symbol, interval }: PlotSeries): string {
  const [day = '', time = ''] = new Date().toISOString().split('T');
  return `${symbol}-${interval}-${day}-${time.slice(0, 5).replace(':', '')}.png`;
}

function drawPicture(plot: CandlePlot, series: PlotSeries, caption: Caption): HTMLCanvasElement {
  const { theme } = plot.state;
  const ratio = devicePixelRatio || 1;
  const sources = plot.panes.map((pane) => ({ pane, canvas: pane.plot.ctx.canvas }));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(...sources.map((source) => source.canvas.width));
  canvas.height = HEAD * ratio + sources.reduce((sum, source) => sum + source.canvas.height, 0);
  const ctx = canvas.getContext('2d');
  if (!ctx) return canvas;
  ctx.fillStyle = theme.panel;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const write = (line: string, size: number, colour: string, y: number) => {
    ctx.font = `${size > 12 ? 600 : 400} ${size * ratio}px ${theme.fontFamily}`;
    ctx.fillStyle = colour;
    ctx.fillText(line, MARGIN * ratio, y * ratio);
  };
  const close = formatNumber(series.close.at(-1) ?? Number.NaN, priceDecimals(series));
  const title = `${series.symbol} ${series.interval} · ${close}`;
  write(title, 14, theme.strongText, 20);
  write([taken(caption.venue), ...caption.labels].join(' · '), 11, theme.text, 37);
  let top = HEAD * ratio;
  for (const source of sources) {
    ctx.drawImage(source.canvas, 0, top);
    const { layer } = source.pane;
    if (layer) ctx.drawImage(layer.canvas, layer.left, top + layer.top);
    top += source.canvas.height;
  }
  return canvas;
}

/** Where and when, with the clock that is meant. */
function taken(venue: string): string {
  const words = text();
  const zone = timeZone.peek() === 'utc' ? words.time.utc : words.time.local;
  return [
    text().app.venue(venue),
    `${formatDateTime(Date.now(), timeZone.peek())} ${zone}`,
    words.app.name,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
