/** 400 rows in a plain table, of which the first 20 prices change with each displayed frame. */
import { render } from 'preact';
import { PLAIN_STYLE, PlainTable } from './PlainTable.tsx';
import { changesOf, courseOf, everyFrame, NAMES, VIEW } from './list-data.ts';

const style = document.createElement('style');
style.textContent = PLAIN_STYLE;
document.head.append(style);
// As the app's list: in a part of the page that scrolls.
const scroller = document.createElement('div');
scroller.style.cssText = `height: ${VIEW.height}px; overflow: auto; width: ${VIEW.width}px`;
document.body.append(scroller);

const rows = NAMES.map((symbol, row) => ({
  symbol,
  last: '10,000.00',
  change: '+1.01%',
  bid: '10,000.00',
  ask: '10,000.01',
  volume: '10.0M',
  course: courseOf(row),
}));
render(<PlainTable rows={rows} />, scroller);
const texts = [...scroller.querySelectorAll('.cell-last')].map((cell) => cell.firstChild as Text);

const numbers = new Intl.NumberFormat('en', { minimumFractionDigits: 2 });
everyFrame((frame) => {
  for (const { row, price } of changesOf(frame)) {
    const text = texts[row];
    if (text) text.data = numbers.format(price);
  }
});
