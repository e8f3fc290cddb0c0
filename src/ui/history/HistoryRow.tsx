import type { Alert } from '../../domain/alert.ts';
import { Strength } from '../alerts/Strength.tsx';
import { formatPrice, tickDecimals } from '../format/price.ts';
import { formatMoment } from '../format/time.ts';
import { Icon } from '../shell/Icon.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { now } from '../state/clock.ts';
import { timeZone } from '../state/preferences.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { text } from '../text/text.ts';
import { AlertDetails } from './AlertDetails.tsx';

interface Props {
  readonly alert: Alert;
  readonly isOpen: boolean;
  readonly isHighlighted: boolean;
  readonly onToggle: (id: string) => void;
}

/** One alert of the history; opened, it shows why it was raised. */
export function HistoryRow({ alert, isOpen, isHighlighted, onToggle }: Props) {
  const words = text();
  const { id, createdAt, signalType, symbol, price, indicator, interval, strength, status } = alert;
  const detailsId = `details-${id}`;
  return (
    <>
      <tr
        role="row"
        class="history-row"
        data-alert={id}
        data-status={status}
        data-highlighted={isHighlighted}
        onClick={() => onToggle(id)}
      >
        <td role="cell" class="history-time">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={(event) => {
              event.stopPropagation();
              onToggle(id);
            }}
          >
            <Icon name="chevron" size={12} />
            <time dateTime={new Date(createdAt).toISOString()}>
              {formatMoment(createdAt, now.peek(), timeZone.value)}
            </time>
          </button>
        </td>
        <td role="cell" class="history-side">
          <SideLabel side={signalType} />
        </td>
        <td role="cell" class="history-symbol">
          {symbol}
        </td>
        <td role="cell" class="history-price">
          {formatPrice(price, tickDecimals(tickSizeOf(symbol)))}
        </td>
        <td role="cell" class="history-rule" title={indicator}>
          {indicator}
        </td>
        <td role="cell" class="history-interval">
          {interval}
        </td>
        <td role="cell" class="history-strength">
          <Strength value={strength} />
        </td>
        <td role="cell" class="history-status">
          <span class="badge" data-status={status}>
            {words.statuses[status]}
          </span>
          {alert.late ? (
            <span class="badge" title={words.history.lateMeaning}>
              {words.history.late}
            </span>
          ) : null}
        </td>
      </tr>
      {isOpen ? (
        <tr role="row" class="history-details" id={detailsId}>
          <td role="cell" colSpan={8}>
            <AlertDetails alert={alert} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
