/**
 * The marks that open something, as buttons over the plot: for pointers, keyboards and screen
 * readers alike. What is seen is drawn on the canvas below. One of them can be reached with Tab, the
 * others from there with the arrow keys.
 */
import type { PlacedMark, PlotMark } from './marks.ts';

export interface MarkButtons {
  /** `ratio`, `left` and `top`: from canvas pixels to those of the plot's own area. */
  place(
    placed: readonly PlacedMark[],
    origin: { readonly ratio: number; readonly left: number; readonly top: number },
  ): void;
}

export interface MarkWords {
  readonly group: string;
  /** What a screen reader says of a mark. */
  readonly name: (marks: readonly PlotMark[]) => string;
}

export function createMarkButtons(
  area: HTMLElement,
  words: () => MarkWords,
  open: (mark: PlotMark) => void,
): MarkButtons {
  const group = document.createElement('div');
  group.className = 'plot-marks';
  group.setAttribute('role', 'group');
  area.append(group);
  let shown: readonly PlacedMark[] = [];

  const buttons = () => [...group.children] as HTMLButtonElement[];
  const newest = (button: Element) => shown[buttons().indexOf(button as HTMLButtonElement)];

  group.addEventListener('click', ({ target }) => {
    const mark = target instanceof Element ? newest(target)?.marks.at(-1) : undefined;
    if (mark) open(mark);
  });
  group.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !(event.target instanceof Element)) return;
    const all = buttons();
    const next = all[all.indexOf(event.target as HTMLButtonElement) + step];
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    for (const button of all) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });

  const button = (index: number): HTMLButtonElement => {
    const known = group.children[index];
    if (known instanceof HTMLButtonElement) return known;
    const made = document.createElement('button');
    made.type = 'button';
    group.append(made);
    return made;
  };

  return {
    place(placed, { ratio, left, top }) {
      shown = placed
        .filter(({ marks }) => marks.at(-1)?.alertId !== undefined)
        .toSorted((a, b) => a.x - b.x);
      group.hidden = shown.length === 0;
      group.setAttribute('aria-label', words().group);
      for (const [index, { x, y, side, marks }] of shown.entries()) {
        const one = button(index);
        const name = words().name(marks);
        if (one.title !== name) one.title = name;
        one.dataset['side'] = side;
        one.style.transform = `translate(${(x - left) / ratio}px, ${(y - top) / ratio}px)`;
        if (!one.matches(':focus')) one.tabIndex = index === shown.length - 1 ? 0 : -1;
      }
      for (const extra of buttons().slice(shown.length)) extra.remove();
    },
  };
}
