import { send } from '../engine-client.ts';
import { closeNotice, notify } from '../state/notices.ts';
import { text } from '../text/text.ts';

const NOTICE = 'symbol-removed';

/** Stops watching a symbol, and offers to take it back. */
export function removeSymbol(symbol: string): void {
  send({ type: 'unwatchSymbol', symbol });
  const undo = () => {
    send({ type: 'watchSymbol', symbol });
    closeNotice(NOTICE);
  };
  notify('info', text().watchlist.removed(symbol), {
    id: NOTICE,
    action: { label: text().notices.undo, run: undo },
  });
}
