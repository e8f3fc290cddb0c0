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
 * The price of the last trade: a line across the pane, the value on the axis, and below it the time that
 * the candle has left. Elements that a new price pushes up and down in the flow of a box of their own:
 * moved by their insets or a transform, they would make the browser arrange all layers of the page anew.
 */
export function createPriceTag(root: HTMLElement, formats: PlotFormats): PriceTag {
  const box = place('plot-tags', root);
  const space = place('', box);
  const line = place('plot-price-line', box);
  const tag = place('plot-price', box);
  const value = textIn(place('', tag));
  const countdown = place('plot-countdown', tag);
  const timeLeft = textIn(countdown);

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
      box.hidden = placed === null;
      if (placed === null) return;
      const isUp = (series.close.at(-1) ?? 0) >= (series.open.at(-1) ?? 0);
      box.dataset['trend'] = isUp ? 'up' : 'down';
      write(value, formats.price(priceOf(state)));
      write(timeLeft, remaining);
      countdown.hidden = remaining === '';
      space.style.height = `${Math.round(top / ratio + placed.middle)}px`;
      line.style.width = `${width / ratio}px`;
      line.style.marginInlineStart = `${left / ratio}px`;
      tag.style.marginBlockStart = `${-placed.half - 1}px`;
      tag.style.height = `${2 * placed.half}px`;
      tag.style.marginInlineStart = `${(left + width) / ratio + 1}px`;
    },
  };
}

function place(name: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  parent.append(made);
  return made;
}

/** One node whose text changes: another node would be laid out and styled as new. */
function textIn(element: HTMLElement): Text {
  const made = document.createTextNode('');
  element.append(made);
  return made;
}

function write(node: Text, text: string): void {
  if (node.data !== text) node.data = text;
}
