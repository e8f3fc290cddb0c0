import { Panel } from '../shell/Panel.tsx';
import { selection } from '../state/selection.ts';
import { text } from '../text/text.ts';
import { ChartHeader } from './ChartHeader.tsx';
import { PlotHost } from './PlotHost.tsx';
import './chart.css';

/** The candles of the selected series. */
export function Chart() {
  const words = text().chart;
  const selected = selection.value;
  return (
    <Panel title={words.title} tab="chart" class="chart" actions={<ChartHeader />}>
      {selected ? <PlotHost selected={selected} /> : <p class="empty">{words.none}</p>}
    </Panel>
  );
}
