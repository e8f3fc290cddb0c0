import { useId, useRef } from 'preact/hooks';
import type { Interval } from '../../domain/interval.ts';
import { Icon } from '../shell/Icon.tsx';
import { IntervalSelect } from '../shell/IntervalSelect.tsx';
import { venue } from '../state/engine.ts';
import { notify } from '../state/notices.ts';
import { timeZone } from '../state/preferences.ts';
import { watchedSymbols } from '../state/watchlist.ts';
import { partText, text } from '../text/text.ts';
import { toggleWatched } from '../watchlist/actions.ts';
import { changeShown, chartSeries, mainPlot, options, shownIndicators } from './chart-model.ts';
import { indicatorDialog } from './indicators/dialog-state.ts';
import { savePicture } from './picture.ts';
import './chart-tools.css';

interface Props {
  readonly symbol: string;
  readonly interval: Interval;
}

/** What is fetched with the chart: everything that can be done with it but the watched intervals. */
export function ChartTools({ symbol, interval }: Props) {
  const words = partText().chart;
  return (
    <>
      <span class="chart-intervals">
        <Icon name="chevron" size={12} />
        <IntervalSelect label={words.moreIntervals} interval={interval} />
      </span>
      <button
        type="button"
        class="button quiet chart-indicators"
        aria-label={words.indicators}
        aria-haspopup="dialog"
        title={words.indicators}
        onClick={() => (indicatorDialog.value = { type: 'add' })}
      >
        <Icon name="indicator" />
        <span>{words.indicators}</span>
      </button>
      <MoreTools symbol={symbol} />
    </>
  );
}

/** In a row where there is room, in a menu of their own where there is not. */
function MoreTools({ symbol }: { symbol: string }) {
  const words = partText().chart;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const isLog = options.value.isLog;
  const place = (event: Event) => {
    const { bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    menu.current?.style.setProperty('inset-block-start', `${bottom + 4}px`);
  };
  const isWatched = watchedSymbols.value.has(symbol);
  const toggle = isWatched ? words.unwatch(symbol) : words.watch(symbol);
  return (
    <>
      <button
        type="button"
        class="icon-button chart-more-button"
        aria-label={words.more}
        title={words.more}
        popovertarget={id}
        onClick={place}
      >
        <Icon name="more" />
      </button>
      <div
        ref={menu}
        id={id}
        class="chart-more"
        popover="auto"
        onClick={() => menu.current?.matches(':popover-open') && menu.current.hidePopover()}
      >
        <button
          type="button"
          class="button quiet chart-toggle"
          aria-pressed={isLog}
          aria-label={words.logarithmic}
          title={words.logarithmic}
          onClick={() => changeShown({ isLog: !isLog })}
        >
          <Short>{words.logShort}</Short>
          <Long>{words.logarithmic}</Long>
        </button>
        <TimeZoneSwitch />
        <button
          type="button"
          class="icon-button"
          aria-label={words.picture}
          title={words.picture}
          onClick={() => void save()}
        >
          <Icon name="camera" />
          <Long>{words.picture}</Long>
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={toggle}
          title={toggle}
          onClick={() => toggleWatched(symbol)}
        >
          <Icon name={isWatched ? 'trash' : 'plus'} />
          <Long>{toggle}</Long>
        </button>
      </div>
    </>
  );
}

function Short({ children }: { children: string }) {
  return <span class="chart-tool-short">{children}</span>;
}

function Long({ children }: { children: string }) {
  return <span class="chart-tool-long">{children}</span>;
}

async function save(): Promise<void> {
  const plot = mainPlot.peek();
  const series = chartSeries.peek();
  if (!plot || !series) return;
  const labels = shownIndicators.peek().map(({ label }) => label);
  const isSaved = await savePicture(plot, series, { venue: venue.peek(), labels });
  if (!isSaved) notify('error', partText().chart.pictureFailed);
}

function TimeZoneSwitch() {
  const words = text().time;
  const isUtc = timeZone.value === 'utc';
  const label = words.zone(isUtc ? words.utc : words.local);
  return (
    <button
      type="button"
      class="button quiet chart-toggle"
      title={label}
      aria-label={label}
      onClick={() => (timeZone.value = isUtc ? 'local' : 'utc')}
    >
      <Short>{isUtc ? words.utc : words.localShort}</Short>
      <Long>{label}</Long>
    </button>
  );
}
