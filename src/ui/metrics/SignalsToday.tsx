import type { SignalStatistics } from '../../protocol/market-state.ts';
import { formatNumber } from '../format/price.ts';
import { SideLabel } from '../shell/SideLabel.tsx';
import { partText, text } from '../text/text.ts';
import './signals-today.css';

/** How many signals there were since midnight, on which side, and how strong. */
export function SignalsToday({ statistics }: { statistics: SignalStatistics }) {
  const words = partText().metrics;
  const { total, buy, sell, meanStrength } = statistics;
  return (
    <section class="signals-today" aria-label={words.today} title={words.todayMeaning}>
      <h3>{words.today}</h3>
      <dl>
        <div>
          <dt>{words.all}</dt>
          <dd>{total}</dd>
        </div>
        <div>
          <dt>
            <SideLabel side="BUY" />
          </dt>
          <dd>{buy}</dd>
        </div>
        <div>
          <dt>
            <SideLabel side="SELL" />
          </dt>
          <dd>{sell}</dd>
        </div>
        <div>
          <dt>{words.ratio}</dt>
          <dd>{ratio(buy, sell)}</dd>
        </div>
        <div>
          <dt>{words.meanStrength}</dt>
          <dd>{meanStrength === null ? text().number.unknown : formatNumber(meanStrength, 2)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** Buy signals to one sell signal. */
function ratio(buy: number, sell: number): string {
  const words = partText().metrics;
  if (sell > 0) return words.toOne(formatNumber(buy / sell, 2));
  return buy > 0 ? words.onlyBuy : text().number.unknown;
}
