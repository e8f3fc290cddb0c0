import { useEffect } from 'preact/hooks';
import { Dialog } from '../shell/Dialog.tsx';
import { quickAlertRequest } from '../state/rule-dialogs.ts';
import type { QuickAlertRequest } from '../state/rule-dialogs.ts';
import { partText, text } from '../text/text.ts';
import { AddRule } from './AddRule.tsx';
import './quick-alert.css';

/** “Alert me at this price”: the quick form over the page, for a symbol and a price from elsewhere. */
export function QuickAlert({ request }: { request: QuickAlertRequest }) {
  useEffect(() => {
    // A dialog that opens puts the focus on its first control.
    const price = document.querySelector<HTMLInputElement>('.quick-alert [name=price]');
    price?.focus();
    price?.select();
  }, []);

  return (
    <Dialog
      name="quick-alert"
      size="small"
      title={partText().quickAlert.title(request.symbol)}
      onClosed={() => (quickAlertRequest.value = null)}
    >
      {(close) => (
        <AddRule
          onClose={close}
          isForPrice
          preset={{ kind: 'price', symbol: request.symbol, price: plainPrice(request.price) }}
        />
      )}
    </Dialog>
  );
}

/** As one types it, without the zeros that the exchange appends: `64250.10000000` is `64250.1`. */
function plainPrice(price: string): string {
  const plain = price.includes('.') ? price.replace(/\.?0+$/, '') : price;
  return plain.replace('.', text().number.decimal);
}
