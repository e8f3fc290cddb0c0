import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { quickAlertRequest } from '../state/rule-dialogs.ts';
import type { QuickAlertRequest } from '../state/rule-dialogs.ts';
import { partText, text } from '../text/text.ts';
import { AddRule } from './AddRule.tsx';
import './dialog.css';
import './quick-alert.css';

/** “Alert me at this price”: the quick form over the page, for a symbol and a price from elsewhere. */
export function QuickAlert({ request }: { request: QuickAlertRequest }) {
  const words = text().app;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();

  useEffect(() => {
    dialog.current?.showModal();
    // A dialog that opens puts the focus on its first control.
    const price = dialog.current?.querySelector<HTMLInputElement>('[name=price]');
    price?.focus();
    price?.select();
  }, []);

  return (
    <dialog
      ref={dialog}
      class="dialog quick-alert"
      aria-labelledby={titleId}
      onClose={() => (quickAlertRequest.value = null)}
    >
      <header class="panel-header">
        <h2 class="panel-title" id={titleId}>
          {partText().quickAlert.title(request.symbol)}
        </h2>
        <div class="panel-actions">
          <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      </header>
      <AddRule
        onClose={close}
        isForPrice
        preset={{ kind: 'price', symbol: request.symbol, price: plainPrice(request.price) }}
      />
    </dialog>
  );
}

/** Without the zeros that the exchange appends: `64250.10000000` is `64250.1`. */
function plainPrice(price: string): string {
  return price.includes('.') ? price.replace(/\.?0+$/, '') : price;
}
