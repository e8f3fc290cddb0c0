/** The rows of the app's watchlist as a plain table has them: all of them, with the same cells. */
import { Icon } from '../../../src/ui/shell/Icon.tsx';

export interface PlainRow {
  readonly symbol: string;
  readonly last: string;
  readonly change: string;
  readonly bid: string;
  readonly ask: string;
  readonly volume: string;
  /** The path of a drawing. */
  readonly course: string;
}

export function PlainTable({ rows }: { rows: readonly PlainRow[] }) {
  return (
    <table>
      <tbody>
        {rows.map(({ symbol, last, change, bid, ask, volume, course }) => (
          <tr key={symbol} data-symbol={symbol}>
            <th>
              {symbol.slice(0, -4)}
              <small>{symbol.slice(-4)}</small>
            </th>
            <td>
              <svg viewBox="0 0 48 20" width="48" height="20" fill="none" stroke="currentColor">
                <path d={course} />
              </svg>
            </td>
            <td class="cell-last">{last}</td>
            <td>{change}</td>
            <td>{bid}</td>
            <td>{ask}</td>
            <td>{volume}</td>
            <td>
              <button type="button">
                <Icon name="star" size={14} />
              </button>
              <button type="button">
                <Icon name="more" />
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As tight as the app's. */
export const PLAIN_STYLE =
  'body { font: 13px system-ui } th, td { padding: 4px 6px; text-align: right; white-space: nowrap } button { border: 0; background: none }';
