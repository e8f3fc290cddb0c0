import type { Rule } from '../../../domain/rules/rule.ts';
import type { TradingSignal } from '../../../domain/signal.ts';
import { Strength } from '../../alerts/Strength.tsx';
import { PlotHost } from '../../chart/PlotHost.tsx';
import { decimalsFor, formatNumber, tickDecimals } from '../../format/price.ts';
import { formatMoment } from '../../format/time.ts';
import { SideLabel } from '../../shell/SideLabel.tsx';
import { now } from '../../state/clock.ts';
import { timeZone } from '../../state/preferences.ts';
import type { RulePreview } from '../../state/rule-preview.ts';
import { selectInterval, selectSymbol, selection } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';
import { tickSizeOf } from '../../state/symbols.ts';
import { watchlist } from '../../state/watchlist.ts';
import { partText } from '../../text/text.ts';
import { Field } from '../Field.tsx';
import { usePreview } from './use-preview.ts';

const MOST_LISTED = 5;

/** What the rule would have said about the candles at hand, in numbers and on a chart. */
export function Preview({ rule }: { rule: Rule | null }) {
  const words = partText().editor.preview;
  const series = selection.value;
  const preview = usePreview(rule, series);
  return (
    <section class="preview" aria-label={words.title}>
      <div class="preview-head">
        <h3>{words.title}</h3>
        {series === null ? null : <SeriesChoice series={series} />}
      </div>
      <p class="preview-count" role="status">
        {countText(rule, series, preview)}
      </p>
      {preview !== null && preview.missing.length > 0 ? (
        <p class="hint">{words.missing(preview.missing.join(', '))}</p>
      ) : null}
      {series === null ? null : <PlotHost selected={series} />}
      {preview !== null && preview.signals.length > 0 ? (
        <SignalList signals={preview.signals.slice(-MOST_LISTED).toReversed()} />
      ) : null}
    </section>
  );
}

function countText(
  rule: Rule | null,
  series: Selection | null,
  preview: RulePreview | null,
): string {
  const words = partText().editor.preview;
  if (rule === null) return words.broken;
  if (series === null) return words.noSeries;
  if (preview === null) return words.waiting;
  const { symbol, interval, signals, candles } = preview;
  const isJudged =
    (rule.symbols === 'watchlist' || rule.symbols.includes(symbol)) &&
    (rule.intervals === 'watchlist' || rule.intervals.includes(interval));
  const fired = words.fired(signals.length, candles);
  return isJudged ? fired : `${words.notJudged(`${symbol} ${interval}`)} ${fired}`;
}

/** Whose candles it is tried on: also those of the page's own chart. */
function SeriesChoice({ series }: { series: Selection }) {
  const words = partText().editor.preview;
  const { symbols, intervals } = watchlist.value;
  return (
    <div class="preview-series">
      <Field label={words.symbol} isLabelHidden error={undefined}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={series.symbol}
            onChange={(event) => selectSymbol(event.currentTarget.value)}
          >
            {symbols.map((symbol) => (
              <option key={symbol}>{symbol}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.interval} isLabelHidden error={undefined}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={series.interval}
            onChange={({ currentTarget }) => {
              const interval = intervals.find((one) => one === currentTarget.value);
              if (interval !== undefined) selectInterval(interval);
            }}
          >
            {intervals.map((interval) => (
              <option key={interval}>{interval}</option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function SignalList({ signals }: { signals: readonly TradingSignal[] }) {
  const words = partText().editor.preview;
  return (
    <ul class="preview-signals" aria-label={words.newest}>
      {signals.map((signal) => (
        <SignalRow key={`${signal.candleOpenTime} ${signal.side}`} signal={signal} />
      ))}
    </ul>
  );
}

function SignalRow({ signal }: { signal: TradingSignal }) {
  const { side, symbol, candleOpenTime, price, strength, explanation } = signal;
  const decimals = tickDecimals(tickSizeOf(symbol)) ?? decimalsFor(price);
  return (
    <li>
      <div class="preview-signal">
        <SideLabel side={side} />
        <time dateTime={new Date(candleOpenTime).toISOString()}>
          {formatMoment(candleOpenTime, now.peek(), timeZone.value)}
        </time>
        <span class="preview-price">{formatNumber(price, decimals)}</span>
        <Strength value={strength} />
      </div>
      <p>{partText().explanation(explanation)}</p>
    </li>
  );
}
