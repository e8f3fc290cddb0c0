/**
 * The reference's way: a worker keeps the state, the page asks for all of it every 100 ms and renders its
 * table anew. Rows and cells as the app names them.
 */
import { render } from 'preact';

const POLL_MS = 100;

interface Row {
  readonly symbol: string;
  readonly last: string;
  readonly bid: string;
  readonly ask: string;
}

const query = new URLSearchParams(location.search);
const worker = new Worker(new URL('./polling-worker.ts', import.meta.url), { type: 'module' });
const root = document.body.appendChild(document.createElement('div'));

worker.addEventListener('message', ({ data }: MessageEvent<readonly Row[]>) => {
  render(<Table rows={data} />, root);
});
worker.postMessage({ url: query.get('stream'), count: Number(query.get('symbols')) });
setInterval(() => worker.postMessage('poll'), POLL_MS);

function Table({ rows }: { rows: readonly Row[] }) {
  return (
    <table>
      <tbody>
        {rows.map(({ symbol, last, bid, ask }) => (
          <tr key={symbol} data-symbol={symbol}>
            <th>{symbol}</th>
            <td class="cell-last">{last}</td>
            <td>{bid}</td>
            <td>{ask}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
