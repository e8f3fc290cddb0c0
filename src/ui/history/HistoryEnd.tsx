import { formatNumber } from '../format/price.ts';
import { engineState } from '../state/engine.ts';
import { partText } from '../text/text.ts';
import { EmptyHistory } from './EmptyHistory.tsx';
import type { ListEnd } from './listed.ts';
import { loadOlder } from './listed.ts';

/** What comes after the last row. */
export function HistoryEnd({ count, end }: { count: number; end: ListEnd }) {
  const words = partText().history;
  if (end === 'failed' && engineState.value === 'running') {
    return (
      <div class="empty">
        <span>{words.olderFailed}</span>
        <button type="button" class="button" onClick={() => void loadOlder()}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (count === 0) return <EmptyHistory isLoading={end === 'loading'} />;
  if (end === 'some' || end === 'failed') return null;
  const said = {
    loading: words.loadingOlder,
    full: words.full(formatNumber(count, 0)),
    none: words.end(count, formatNumber(count, 0)),
  };
  return <p class="hint history-end">{said[end]}</p>;
}
