/** How many frames the page displays, and how many prices of a list it has. */
import { command, report } from './report.ts';

export function watchFrames(): void {
  let frames = 0;
  const onFrame = (): void => {
    frames += 1;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  void (async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      await command('frames');
      // oxlint-disable-next-line no-await-in-loop
      await report('frames', {
        frames,
        prices: document.querySelectorAll('[data-symbol] .cell-last').length,
      });
    }
  })();
}
