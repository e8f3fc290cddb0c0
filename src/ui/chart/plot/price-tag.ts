import type { PlotFormats, PlotState } from './plot-state.ts';
import type { Geometry } from './geometry.ts';

export interface PriceTag {
  update(geometry: Geometry, state: PlotState): void;
}

/**
 * The price of the last trade: a line across the pane, the value on the axis, and below it the time
 * that the candle has left. Elements that are only moved: nothing is drawn for a new price.
 */
export function createPriceTag(
  root: HTMLElement,
  area: HTMLElement,
  formats: PlotFormats,
): PriceTag {
  const line = place('plot-price-line', area);
  const tag = place('plot-price', root);
  const value = place('', tag);
  const countdown = place('plot-countdown', tag);

  return {
    update({ left, top, width, height, ratio, y }, { series, lastPrice, countdown: left_ }) {
      const close = series.close.at(-1);
      const price = lastPrice ?? close;
      const at = price === undefined ? -1 : y(price) - top;
      const isInside = at >= 0 && at <= height;
      if (line.hidden === isInside) line.hidden = tag.hidden = !isInside;
      if (!isInside || price === undefined) return;
      const isUp = (close ?? 0) >= (series.open.at(-1) ?? 0);
      tag.dataset['trend'] = line.dataset['trend'] = isUp ? 'up' : 'down';
      write(value, formats.price(price));
      write(countdown, left_);
      countdown.hidden = left_ === '';
      line.style.transform = `translateY(${Math.round(at / ratio)}px)`;
      tag.style.transform = `translate(${(left + width) / ratio + 1}px, ${(top + at) / ratio}px) translateY(-50%)`;
    },
  };
}

function place(name: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  parent.append(made);
  return made;
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
