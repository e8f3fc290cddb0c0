import type { Alert } from '../../domain/alert.ts';
import { formatNumber } from '../format/price.ts';
import { formatDateTime } from '../format/time.ts';
import { Lazy } from '../shell/Lazy.tsx';
import { activeTab } from '../state/layout.ts';
import { timeZone } from '../state/preferences.ts';
import { rules } from '../state/rules.ts';
import { select } from '../state/selection.ts';
import { watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';

const loadFormula = async () => (await import('../rules/StrengthFormula.tsx')).StrengthFormula;

/** Why an alert was raised, and when. */
export function AlertDetails({ alert }: { alert: Alert }) {
  const words = text().history;
  const { symbol, interval, message, candleOpenTime, createdAt, dismissedAt, late } = alert;
  const time = (moment: number) => formatDateTime(moment, timeZone.value);
  const isWatched =
    watchlist.value.symbols.includes(symbol) && watchlist.value.intervals.includes(interval);
  const openSeries = () => {
    select({ symbol, interval });
    activeTab.value = 'chart';
  };
  return (
    <div class="alert-details">
      <p>{message}</p>
      <StrengthOf alert={alert} />
      <dl>
        <div>
          <dt>{words.candle}</dt>
          <dd>{time(candleOpenTime)}</dd>
        </div>
        <div>
          <dt>{words.raised}</dt>
          <dd>
            {time(createdAt)}
            {late ? ` · ${words.lateMeaning}` : ''}
          </dd>
        </div>
        {dismissedAt === null ? null : (
          <div>
            <dt>{words.dismissedAt}</dt>
            <dd>{time(dismissedAt)}</dd>
          </div>
        )}
      </dl>
      {isWatched ? (
        <button type="button" class="button" onClick={openSeries}>
          {words.openSeries(symbol, interval)}
        </button>
      ) : null}
    </div>
  );
}

/** The formula of its strength, as its rule stands now. */
function StrengthOf({ alert }: { alert: Alert }) {
  const words = text().history;
  const rule = rules.value.find(({ id }) => id === alert.ruleId);
  if (rule === undefined) return <p class="hint">{words.ruleGone}</p>;
  return (
    <section class="alert-strength" aria-label={words.strengthFormula}>
      <p>{words.strengthFormulaOf(formatNumber(alert.strength, 2))}</p>
      <Lazy load={loadFormula} props={{ condition: rule.conditions }} />
    </section>
  );
}
