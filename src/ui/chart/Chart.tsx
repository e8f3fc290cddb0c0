import { useEffect } from 'preact/hooks';
import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { useWasShown } from '../shell/use-was-shown.ts';
import { whyNothing } from '../notices/why-nothing.ts';
import { selection } from '../state/selection.ts';
import { text } from '../text/text.ts';
import { ChartHeader } from './ChartHeader.tsx';
import './chart.css';

const loadView = async () => (await import('./ChartView.tsx')).ChartView;

/** The candles of the selected series. What draws them is fetched while the engine starts. */
export function Chart() {
  const words = text().chart;
  const selected = selection.value;
  const wasShown = useWasShown('chart');
  useEffect(() => {
    // If it fails, it is asked for again, and told of, where it is drawn.
    if (wasShown) void loadView().catch(() => null);
  }, [wasShown]);
  return (
    <Panel title={words.title} tab="chart" class="chart" actions={<ChartHeader />}>
      {selected ? (
        <div class="chart-body">
          <p class="plot-message">{words.loading}</p>
          <Lazy load={loadView} props={{ selected }} />
        </div>
      ) : (
        <p class="empty">{whyNothing() ?? words.none}</p>
      )}
    </Panel>
  );
}
