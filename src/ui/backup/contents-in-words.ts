import type { BackupContents } from '../../protocol/backup.ts';
import { formatNumber } from '../format/price.ts';
import { partText } from '../text/text.ts';

/** `12 rules of your own or changed, 3,412 alerts, 8 symbols` */
export function contentsInWords({ rules, alerts, symbols }: BackupContents): string {
  const words = partText().backup;
  return words.contents(
    words.rules(rules, formatNumber(rules, 0)),
    words.alerts(alerts, formatNumber(alerts, 0)),
    words.symbols(symbols, formatNumber(symbols, 0)),
  );
}
