import { IntervalSelect } from '../shell/IntervalSelect.tsx';
import type { Selection } from '../state/selection.ts';
import { partText } from '../text/text.ts';
import { PickSymbol } from './PickSymbol.tsx';
import { METRIC_VIEWS, hasMoreRoom, metricView, toggleRoom } from './view-settings.ts';

/** Whose figures these are, and how they are looked at. */
export function MetricsHeader({ selected }: { selected: Selection }) {
  const words = partText().metrics;
  const hasMore = hasMoreRoom.value;
  const roomWords = hasMore ? words.lessRoom : words.moreRoom;
  return (
    <>
      <div class="metrics-series">
        <PickSymbol symbol={selected.symbol} />
        <IntervalSelect
          class="select metrics-interval"
          label={words.interval}
          interval={selected.interval}
        />
      </div>
      <div class="segments" role="group" aria-label={words.views.label}>
        {METRIC_VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={metricView.value === view}
            onClick={() => (metricView.value = view)}
          >
            {words.views[view]}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="icon-button toggle-button"
        aria-label={words.moreRoom}
        aria-pressed={hasMore}
        title={roomWords}
        onClick={toggleRoom}
      >
        <RoomMark />
      </button>
    </>
  );
}

function RoomMark() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M2.5 2.5h11v11h-11zM5.5 7L8 4.5 10.5 7M5.5 9L8 11.5 10.5 9" />
    </svg>
  );
}
