import { useMemo } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import { removeIndicator } from './chart-model.ts';
import { indicatorDialog } from './indicators/dialog-state.ts';
import { PRICE_PANE } from './indicators/pane-contents.ts';
import type { ShownOutput, ShownPane } from './indicators/pane-contents.ts';
import type { ShownIndicator } from './indicators/shown-indicators.ts';
import { candleTexts, candleTrend, outputText } from './legend-values.ts';
import './legend.css';

/** The values of one candle in one pane: the one under the crosshair, or the newest. */
export function Legend({ pane }: { pane: ShownPane }) {
  return (
    <div class="plot-legend">
      {pane.key === PRICE_PANE ? <CandleValues /> : null}
      {pane.indicators.map(({ shown, outputs }) => (
        <IndicatorChip key={shown.key} shown={shown} outputs={outputs} />
      ))}
    </div>
  );
}

function CandleValues() {
  const words = partText().chart;
  const { time, open, high, low, close, change, volume } = candleTexts;
  return (
    <dl class="plot-values" data-trend={candleTrend} aria-hidden="true">
      <div class="plot-values-time">
        <dd>{time}</dd>
      </div>
      <div>
        <dt>{words.open}</dt>
        <dd>{open}</dd>
      </div>
      <div>
        <dt>{words.high}</dt>
        <dd>{high}</dd>
      </div>
      <div>
        <dt>{words.low}</dt>
        <dd>{low}</dd>
      </div>
      <div>
        <dt>{words.close}</dt>
        <dd>
          {close} {change}
        </dd>
      </div>
      <div class="plot-values-volume">
        <dt>{words.volume}</dt>
        <dd>{volume}</dd>
      </div>
    </dl>
  );
}

interface ChipProps {
  readonly shown: ShownIndicator;
  readonly outputs: readonly ShownOutput[];
}

function IndicatorChip({ shown, outputs }: ChipProps) {
  const words = partText().chart.indicator;
  const { key, label, indicator } = shown;
  const hasParameters = Object.keys(indicator.parameters).length > 0;
  return (
    <div class="plot-chip" role="group" aria-label={label}>
      <span class="plot-chip-name" title={partText().indicators.title(indicator)}>
        {label}
      </span>
      {outputs.map((output) => (
        <OutputValue key={output.name} shown={shown} output={output} />
      ))}
      <span class="plot-chip-tools">
        {hasParameters ? (
          <button
            type="button"
            aria-label={words.edit(label)}
            aria-haspopup="dialog"
            title={words.edit(label)}
            onClick={() => (indicatorDialog.value = { type: 'edit', shown })}
          >
            <Icon name="edit" size={12} />
          </button>
        ) : null}
        <button
          type="button"
          aria-label={words.remove(label)}
          title={words.remove(label)}
          onClick={() => removeIndicator(key)}
        >
          <Icon name="close" size={12} />
        </button>
      </span>
    </div>
  );
}

function OutputValue({ shown, output }: { shown: ShownIndicator; output: ShownOutput }) {
  const { name, colour } = output;
  const value = useMemo(() => outputText(shown, name), [shown, name]);
  const isTrend = shown.indicator.display?.trend !== undefined;
  const colours =
    colour === null || isTrend ? {} : { style: `color: var(--series-${(colour % 6) + 1})` };
  return (
    <span class="plot-chip-value" title={name} {...colours}>
      {value}
    </span>
  );
}
