import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { HistoryFilterBar } from './HistoryFilterBar.tsx';
import { filterCount } from './filters.ts';
import './history-tools.css';

/** Filters and exports. Where there is no room, the filters are shown on demand. */
export function HistoryTools() {
  const words = partText().history;
  const barId = useId();
  const isOpen = useSignal(false);
  const count = filterCount.value;
  const label = count > 0 ? words.filterActive(count) : words.filter;
  return (
    <>
      <button
        type="button"
        class="icon-button toggle-button history-filter-button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen.value}
        aria-controls={barId}
        data-active={count > 0}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="filter" />
      </button>
      <div class="history-filters" id={barId} data-open={isOpen.value}>
        <HistoryFilterBar />
      </div>
      <ExportButtons />
    </>
  );
}
