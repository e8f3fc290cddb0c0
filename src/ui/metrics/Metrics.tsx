import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { whyNothing } from '../notices/why-nothing.ts';
import { selection } from '../state/selection.ts';
import { text } from '../text/text.ts';
import './metrics.css';

const loadHeader = async () => (await import('./MetricsHeader.tsx')).MetricsHeader;
const loadContents = async () => (await import('./MetricsContents.tsx')).MetricsContents;

/** What indicators and rules say of the selected series, or of all series at once. */
export function Metrics() {
  const words = text().metrics;
  const selected = selection.value;
  return (
    <Panel
      title={words.title}
      tab="chart"
      class="metrics"
      actions={selected ? <Lazy load={loadHeader} props={{ selected }} /> : null}
    >
      {selected ? (
        <Lazy load={loadContents} props={{ selected }} />
      ) : (
        <p class="empty">{whyNothing() ?? words.none}</p>
      )}
    </Panel>
  );
}
