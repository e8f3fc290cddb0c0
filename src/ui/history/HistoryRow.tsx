import type { Alert } from '../../domain/alert.ts';
import { Strength } from '../alerts/Strength.tsx';
import { formatPrice, tickDecimals } from '../format/price.ts';
import { formatMoment } from '../format/time.ts';
import { Icon } from '../shell/Icon.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { now } from '../state/clock.ts';
import { timeZone } from '../state/preferences.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { partText, text } from '../text/text.ts';
import { detailsIdOf } from './details-id.ts';

interface Props {
  readonly alert: Alert;
  /** Counted from 1, the head's row being the first. */
  readonly rowIndex: number;
  /** The one that the Tab key reaches. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isHighlighted: boolean;
  readonly onToggle: (id: string) => void;
}

/** One alert of the history. */
export function HistoryRow(props: Props) {
  const { alert, rowIndex, isActive, isOpen, isHighlighted, onToggle } = props;
  const words = partText();
  const { id, createdAt, signalType, symbol, price, indicator, interval, strength, status } = alert;
  const rule = text().ruleName(indicator);
  return (
    <tr
      role="row"
      class="history-row"
      aria-rowindex={rowIndex}
      data-alert={id}
      data-status={status}
      data-open={isOpen}
      data-highlighted={isHighlighted}
      onClick={() => onToggle(id)}
    >
      <td role="cell" class="history-time">
        <button
          type="button"
          tabIndex={isActive ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsIdOf(id) : undefined}
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
      <td role="cell" class="history-rule" title={rule}>
        {rule}
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
  );
}
