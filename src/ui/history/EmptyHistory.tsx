import { useDevice } from '../device-context.ts';
import { startEngineNow } from '../engine-client.ts';
import { perform } from '../shortcuts/perform.ts';
import { connectionState } from '../state/connection.ts';
import { engineState } from '../state/engine.ts';
import { rules } from '../state/rules.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText, text } from '../text/text.ts';
import { NO_FILTERS, filterCount, historyFilters } from './filters.ts';

/** Why there are no alerts, and the one thing to do about it, if there is one. */
export function EmptyHistory({ isLoading }: { isLoading: boolean }) {
  const words = partText().history;
  const device = useDevice();
  const symbols = watchlist.value.symbols.length;
  const rulesOn = rules.value.filter(({ isEnabled }) => isEnabled).length;

  if (engineState.value === 'starting') return <Waiting words={words.loading} />;
  if (engineState.value === 'failed') {
    return (
      <Empty
        title={words.engineFailed}
        hint={words.engineFailedHint}
        action={text().supervision.startNow}
        run={startEngineNow}
      />
    );
  }
  if (filterCount.value > 0) {
    if (isLoading) return <Waiting words={words.searching} />;
    const clear = () => (historyFilters.value = NO_FILTERS);
    return <Empty title={words.noMatch} action={words.clearFilters} run={clear} />;
  }
  if (symbols === 0) {
    const search = () => perform('search', device);
    return (
      <Empty title={words.empty} hint={words.noSymbols} action={words.addSymbol} run={search} />
    );
  }
  if (rulesOn === 0) {
    const choose = () => perform('rules', device);
    return (
      <Empty title={words.empty} hint={words.noRules} action={words.chooseRules} run={choose} />
    );
  }
  const isLive = connectionState.value === 'CONNECTED';
  return (
    <Empty
      title={words.empty}
      hint={isLive ? words.emptyHint(symbols, rulesOn) : words.emptyUnwatched}
    />
  );
}

interface EmptyProps {
  readonly title: string;
  readonly hint?: string;
  readonly action?: string;
  readonly run?: () => void;
}

function Empty({ title, hint, action, run }: EmptyProps) {
  return (
    <div class="empty">
      <strong>{title}</strong>
      {hint === undefined ? null : <span>{hint}</span>}
      {action === undefined ? null : (
        <button type="button" class="button" onClick={run}>
          {action}
        </button>
      )}
    </div>
  );
}

const PLACEHOLDERS = [72, 58, 66, 80];

/** The shape of what is to come. */
function Waiting({ words }: { words: string }) {
  return (
    <div class="history-waiting">
      <p role="status">{words}</p>
      <ul aria-hidden="true">
        {PLACEHOLDERS.map((width) => (
          <li key={width}>
            <span style={{ width: `${width}%` }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
