import type { Alert } from '../../domain/alert.ts';
import { send } from '../engine-client.ts';
import { formatNumber } from '../format/price.ts';
import { formatDateTime } from '../format/time.ts';
import { StrengthFormula } from '../rules/StrengthFormula.tsx';
import { activeTab } from '../state/layout.ts';
import { timeZone } from '../state/preferences.ts';
import { rules } from '../state/rules.ts';
import { select } from '../state/selection.ts';
import { watchedSymbols } from '../state/watchlist.ts';
import { partText, text } from '../text/text.ts';
import { AlertMoment } from './AlertMoment.tsx';

/** Why an alert was raised, when, and what the chart looked like. */
export function AlertDetails({ alert }: { alert: Alert }) {
  const words = partText().history;
  const { symbol, interval, message, candleOpenTime, createdAt, announcedAt, dismissedAt } = alert;
  const openSeries = () => {
    select({ symbol, interval });
    activeTab.value = 'chart';
  };
  return (
    <div class="alert-details">
      <p class="alert-message">
        <strong>{text().ruleName(alert.indicator)}</strong> {partText().explanation(message)}
      </p>
      <AlertMoment alert={alert} />
      <div class="alert-facts">
        <dl>
          <Moment name={words.candle} time={candleOpenTime} />
          <Moment name={words.raised} time={createdAt} note={alert.late ? words.lateMeaning : ''} />
          <Moment name={words.announcedAt} time={announcedAt} />
          <Moment name={words.dismissedAt} time={dismissedAt} />
        </dl>
        <StrengthOf alert={alert} />
      </div>
      <div class="alert-actions">
        {alert.status === 'ACTIVE' ? (
          <button
            type="button"
            class="button"
            onClick={() => send({ type: 'dismissAlert', id: alert.id })}
          >
            {text().alerts.dismiss}
          </button>
        ) : null}
        {watchedSymbols.value.has(symbol) ? (
          <button type="button" class="button" onClick={openSeries}>
            {words.openSeries(symbol, interval)}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function Moment({ name, time, note = '' }: { name: string; time: number | null; note?: string }) {
  if (time === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {formatDateTime(time, timeZone.value)}
        {note === '' ? null : <span class="hint"> {note}</span>}
      </dd>
    </div>
  );
}

/** The formula of its strength, as its rule stands now. */
function StrengthOf({ alert }: { alert: Alert }) {
  const words = partText().history;
  const rule = rules.value.find(({ id }) => id === alert.ruleId);
  if (rule === undefined) return <p class="hint">{words.ruleGone}</p>;
  return (
    <section class="alert-strength" aria-label={words.strengthFormula}>
      <p>{words.strengthFormulaOf(formatNumber(alert.strength, 2))}</p>
      <StrengthFormula condition={rule.conditions} />
    </section>
  );
}
