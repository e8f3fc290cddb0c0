import { send } from '../engine-client.ts';
import { closeNotice, notify } from '../state/notices.ts';
import { watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';

const NOTICE = 'symbol-removed';

/** Stops watching a symbol, and offers to take it back. */
export function removeSymbol(symbol: string): void {
  const place = watchlist.peek().symbols.indexOf(symbol);
  send({ type: 'unwatchSymbol', symbol });
  const undo = () => {
    send({ type: 'watchSymbol', symbol, place });
    closeNotice(NOTICE);
  };
  notify('info', text().watchlist.removed(symbol), {
    id: NOTICE,
    action: { label: text().notices.undo, run: undo },
  });
}
