/** 400 rows in a plain table, of which 20 cells change with each displayed frame. */
const ROWS = 400;
const COLUMNS = 6;
const CHANGES = 20;

const style = document.createElement('style');
style.textContent = 'body { font: 13px system-ui } td { padding: 4px 8px; text-align: right }';
document.head.append(style);

const table = document.createElement('table');
const body = table.createTBody();
const texts = Array.from({ length: ROWS }, (_, row) => {
  const line = body.insertRow();
  line.insertCell().textContent = `C${String(row).padStart(4, '0')}USDT`;
  return Array.from({ length: COLUMNS }, () => {
    const text = document.createTextNode('10,000.00');
    line.insertCell().append(text);
    return text;
  });
});
// As the app's list: in a part of the page that scrolls.
const scroller = document.createElement('div');
scroller.style.cssText = 'height: 660px; overflow: auto; width: 480px';
scroller.append(table);
document.body.append(scroller);

let turn = 0;
function change(): void {
  for (let count = 0; count < CHANGES; count++) {
    turn += 1;
    const text = texts[(turn * 7) % ROWS]?.[turn % COLUMNS];
    if (text) text.data = (10_000 + (turn % 100_000) / 100).toFixed(2);
  }
  requestAnimationFrame(change);
}
requestAnimationFrame(change);
