import { useId } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { formatPrice, tickDecimals } from '../format/price.ts';
import { Icon } from '../shell/Icon.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { focusAlert } from '../state/alerts.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { text } from '../text/text.ts';
import { Strength } from './Strength.tsx';

interface Props {
  readonly alert: Alert;
  readonly onDismiss: (id: string) => void;
}

/** One alert: its head opens it in the history. */
export function Toast({ alert, onDismiss }: Props) {
  const words = text().alerts;
  const headId = useId();
  const { id, signalType, symbol, price, indicator, interval, strength } = alert;
  return (
    <div class="toast" role="group" aria-labelledby={headId} data-alert={id} data-side={signalType}>
      <button type="button" class="toast-head" id={headId} onClick={() => focusAlert(id)}>
        <SideLabel side={signalType} />
        <strong>{symbol}</strong>
        <span class="toast-price">{formatPrice(price, tickDecimals(tickSizeOf(symbol)))}</span>
      </button>
      <button
        type="button"
        class="icon-button toast-dismiss"
        aria-label={words.dismiss}
        aria-describedby={headId}
        title={words.dismiss}
        onClick={() => onDismiss(id)}
      >
        <Icon name="close" />
      </button>
      <p class="toast-rule">
        <span>{text().ruleName(indicator)}</span>
        <span class="badge">{interval}</span>
        <Strength value={strength} />
      </p>
    </div>
  );
}
