import type { PlotFormats, PlotState } from './plot-state.ts';
import type { Geometry } from './geometry.ts';
import type { TagPlace } from './label-room.ts';

/** CSS pixels: half its height, alone and with the countdown. */
const HALF = 9;
const TALL_HALF = 17;

export interface PriceTag {
  /** Null where it is not shown. */
  place(geometry: Geometry, state: PlotState): TagPlace | null;
  update(geometry: Geometry, state: PlotState): void;
}

/**
 * The price of the last trade: a line across the pane, the value on the axis, and below it the time
 * that the candle has left. Elements that are only moved: nothing is drawn for a new price. They are
 * moved by their insets, since another transform makes the browser arrange all layers of the page anew.
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

  const priceOf = ({ lastPrice, series }: PlotState) =>
    lastPrice ?? series.close.at(-1) ?? Number.NaN;

  const placeOf = ({ top, height, ratio, y }: Geometry, state: PlotState): TagPlace | null => {
    const at = y(priceOf(state)) - top;
    const isInside = at >= 0 && at <= height;
    return isInside
      ? { middle: at / ratio, half: state.countdown === '' ? HALF : TALL_HALF }
      : null;
  };

  return {
    place: placeOf,
    update(geometry, state) {
      const { left, top, width, ratio } = geometry;
      const { series, countdown: remaining } = state;
      const placed = placeOf(geometry, state);
      if (line.hidden !== (placed === null)) line.hidden = tag.hidden = placed === null;
      if (placed === null) return;
      const isUp = (series.close.at(-1) ?? 0) >= (series.open.at(-1) ?? 0);
      tag.dataset['trend'] = line.dataset['trend'] = isUp ? 'up' : 'down';
      write(value, formats.price(priceOf(state)));
      write(countdown, remaining);
      countdown.hidden = remaining === '';
      line.style.top = `${Math.round(placed.middle)}px`;
      tag.style.left = `${(left + width) / ratio + 1}px`;
      tag.style.top = `${top / ratio + placed.middle}px`;
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
