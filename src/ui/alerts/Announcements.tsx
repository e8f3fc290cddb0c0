import { useSignal, useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { formatPrice, tickDecimals } from '../format/price.ts';
import { activeAlerts } from '../state/alerts.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { text } from '../text/text.ts';
import { createAnnouncer } from './announcer.ts';

/** Tells a screen reader of alerts that were not there before, politely and never in a flood. */
export function Announcements() {
  const words = useSignal('');
  const known = useRef<ReadonlySet<string>>(new Set());
  const announcer = useMemo(
    () =>
      createAnnouncer({
        setTimer: (run, delayMs) => setTimeout(run, delayMs),
        say: (sentence) => (words.value = sentence),
        describe,
        summarize: (total, buy, sell) => text().alerts.spokenMore(total, buy, sell),
      }),
    [words],
  );
  useSignalEffect(() => {
    const before = known.current;
    known.current = new Set(activeAlerts.value.map((alert) => alert.id));
    const told = activeAlerts.value.filter((alert) => !alert.late && !before.has(alert.id));
    announcer.announce(told);
  });
  return (
    <div class="visually-hidden" aria-live="polite">
      {words.value}
    </div>
  );
}

function describe({ signalType, symbol, price, indicator, interval }: Alert): string {
  const shownPrice = formatPrice(price, tickDecimals(tickSizeOf(symbol)));
  const rule = text().ruleName(indicator);
  return text().alerts.spoken(signalType, symbol, shownPrice, rule, interval);
}
