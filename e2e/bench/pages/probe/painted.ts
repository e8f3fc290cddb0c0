/**
 * When each price of the watchlist was painted. A text that changes within a frame's callbacks is
 * painted with that frame, any other with the next.
 */
import { afterPaint, command, report } from './report.ts';

type Painted = [symbol: string, text: string, at: number];

const PRICE = '[data-symbol] .cell-last';

export function watchPainted(): void {
  const painted: Painted[] = [];
  const frames: number[] = [];
  let changed = new Map<string, string>();
  let isWithinFrame = false;
  let isDue = false;

  const note = (): void => {
    const texts = changed;
    changed = new Map();
    isDue = false;
    afterPaint((at) => {
      for (const [symbol, text] of texts) painted.push([symbol, text, at]);
    });
  };

  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const cell = target.parentElement?.closest(PRICE);
      const symbol = cell?.closest('[data-symbol]')?.getAttribute('data-symbol');
      if (cell && symbol) changed.set(symbol, cell.textContent);
    }
    if (changed.size === 0 || isDue) return;
    isDue = true;
    if (isWithinFrame) note();
    else requestAnimationFrame(note);
  });

  let isWatching = false;
  const enterFrame = (): void => {
    if (isWithinFrame) return;
    isWithinFrame = true;
    afterPaint(() => (isWithinFrame = false));
  };
  const request = window.requestAnimationFrame.bind(window);
  // Whichever callback is the first of a frame, the page's own or the probe's.
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      if (isWatching) enterFrame();
      callback(time);
    });

  const onFrame = (time: number): void => {
    if (!isWatching) return;
    frames.push(time);
    requestAnimationFrame(onFrame);
  };

  void (async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      await command('watch');
      isWatching = true;
      requestAnimationFrame(onFrame);
      observer.observe(document, { subtree: true, characterData: true, childList: true });
      // oxlint-disable-next-line no-await-in-loop
      await command('painted');
      isWatching = false;
      observer.disconnect();
      // oxlint-disable-next-line no-await-in-loop
      await report('painted', { painted: painted.splice(0), frames: frames.splice(0) });
    }
  })();
}
