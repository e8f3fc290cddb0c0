import { findIndicator } from '../../domain/indicators/index.ts';
import type { Tally } from '../../domain/rules/signal-tally.ts';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { withSign } from '../format/percent.ts';
import { formatNumber } from '../format/price.ts';
import { TrendMark } from '../matrix/TrendMark.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { partText, text } from '../text/text.ts';
import { ConsensusHistory } from './ConsensusHistory.tsx';
import './consensus.css';

const STRONG = 0.5;
const BALANCED = 0.05;

/** What all active rules together say of the selected series. */
export function Consensus({ report }: { report: ConsensusReport | null }) {
  const words = partText().consensus;
  return (
    <section class="consensus" aria-label={words.title}>
      <h3>{words.title}</h3>
      {report === null ? <p class="hint">{words.none}</p> : <Report report={report} />}
    </section>
  );
}

function Report({ report }: { report: ConsensusReport }) {
  const { buy, sell, history, trend, bySide, byIndicator } = report;
  const isTold = history.some((value) => value !== 0);
  const isCounted = bySide.buy + bySide.sell > 0;
  return (
    <>
      {buy + sell > 0 ? <Now report={report} /> : <p class="hint">{partText().consensus.silent}</p>}
      {isTold ? <ConsensusHistory values={history} /> : null}
      <TrendLine trend={trend} />
      {isCounted ? <Statistics bySide={bySide} byIndicator={byIndicator} /> : null}
    </>
  );
}

function Now({ report: { value, buy, sell } }: { report: ConsensusReport }) {
  const words = partText().consensus;
  const shown = withSign(value, 2);
  return (
    <>
      <div class="consensus-now">
        <strong class="consensus-word" data-trend={trendOf(value)}>
          {wordFor(value)}
        </strong>
        <span class="consensus-value">{shown}</span>
        <span class="consensus-counts">{words.counts(buy, sell)}</span>
      </div>
      <div class="consensus-scale">
        <SideLabel side="SELL" />
        <div
          class="consensus-bar"
          role="meter"
          aria-label={words.level}
          aria-valuemin={-1}
          aria-valuemax={1}
          aria-valuenow={value}
          aria-valuetext={words.bar(shown)}
          data-trend={trendOf(value)}
        >
          <span style={barStyle(value)} />
        </div>
        <SideLabel side="BUY" />
      </div>
    </>
  );
}

function TrendLine({ trend }: { trend: ConsensusReport['trend'] }) {
  const words = partText().matrix;
  return (
    <p class="consensus-trend" title={words.trendMeaning}>
      {words.trendLabel}{' '}
      {trend === null ? (
        words.trendUnknown
      ) : (
        <strong>
          <TrendMark trend={trend} />
          {words.trends[trend]}
        </strong>
      )}
    </p>
  );
}

/** From the middle towards the side that prevails. */
function barStyle(value: number): { readonly insetInlineStart: string; readonly width: string } {
  const half = Math.min(1, Math.abs(value)) * 50;
  return { insetInlineStart: `${value < 0 ? 50 - half : 50}%`, width: `${half}%` };
}

function trendOf(value: number): 'up' | 'down' | 'flat' {
  if (Math.abs(value) < BALANCED) return 'flat';
  return value > 0 ? 'up' : 'down';
}

function wordFor(value: number): string {
  const words = partText().consensus;
  if (Math.abs(value) < BALANCED) return words.balanced;
  if (value > 0) return value >= STRONG ? words.strongBuy : words.buy;
  return value <= -STRONG ? words.strongSell : words.sell;
}

function Statistics({ bySide, byIndicator }: Pick<ConsensusReport, 'bySide' | 'byIndicator'>) {
  const words = partText().consensus;
  const { columns } = words;
  return (
    <table class="consensus-table">
      <caption>{words.statistics}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.buy}</th>
          <th scope="col">
            <abbr title={columns.buyStrength}>{columns.strength}</abbr>
          </th>
          <th scope="col">{columns.sell}</th>
          <th scope="col">
            <abbr title={columns.sellStrength}>{columns.strength}</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        <StatisticsRow title={words.all} tally={bySide} />
        {Object.entries(byIndicator).map(([name, tally]) => (
          <StatisticsRow key={name} title={titleOf(name)} tally={tally} />
        ))}
      </tbody>
    </table>
  );
}

function StatisticsRow({ title, tally }: { title: string; tally: Tally }) {
  const strength = (value: number | null) =>
    value === null ? text().number.unknown : formatNumber(value, 2);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{tally.buy}</td>
      <td>{strength(tally.buyStrength)}</td>
      <td>{tally.sell}</td>
      <td>{strength(tally.sellStrength)}</td>
    </tr>
  );
}

function titleOf(name: string): string {
  return name === 'price' ? partText().consensus.price : (findIndicator(name)?.shortTitle ?? name);
}
