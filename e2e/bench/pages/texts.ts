/**
 * The least that a list of prices can cost: as many texts as the whole market has rows in view, each laid
 * out and painted by itself, and one of them changed as often as something of those rows does (40 trades and
 * best bids and asks a second, 16 tickers). No worker, no socket, no script but this.
 */
const TEXTS = 16;
const CHANGES_PER_SECOND = 56;

const texts = Array.from({ length: TEXTS }, (_, row) => {
  const box = document.createElement('div');
  box.style.cssText = `position: absolute; top: ${row * 36}px; width: 90px; height: 20px; contain: strict`;
  const text = document.createTextNode('10000.00');
  box.append(text);
  document.body.append(box);
  return text;
});

let turn = 0;
function change(): void {
  const text = texts[turn++ % TEXTS];
  if (text) text.data = (10_000 + turn / 100).toFixed(2);
  // At random moments, as trades come.
  setTimeout(change, (-Math.log(1 - Math.random()) * 1000) / CHANGES_PER_SECOND);
}
change();
