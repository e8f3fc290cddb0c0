/** How long after the navigation the first live price is painted; and on command once more. */
import { afterPaint, command, report } from './report.ts';

export function watchFirstPrice(): void {
  const observer = new MutationObserver(() => {
    const cells = [...document.querySelectorAll('[data-symbol] .cell-last')];
    if (!cells.some(({ textContent }) => /\d/.test(textContent))) return;
    observer.disconnect();
    requestAnimationFrame(() => afterPaint(() => void report('start', performance.now())));
  });
  observer.observe(document, { subtree: true, characterData: true, childList: true });
  void command('again').then(() => location.assign(location.href));
}
