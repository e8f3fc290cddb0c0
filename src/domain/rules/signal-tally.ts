import type { TradingSignal } from '../signal.ts';
import { leavesOf, operandsOf } from './condition.ts';
import type { Rule } from './rule.ts';

/** How many signals a group of rules gave on each side, and how strong they were. */
export interface Tally {
  readonly buy: number;
  readonly sell: number;
  /** Mean strength, 0 to 1; null without a signal. */
  readonly buyStrength: number | null;
  readonly sellStrength: number | null;
}

export interface SignalTally {
  /** A signal counts once for each indicator that its rule looks at. */
  add(signal: TradingSignal, indicators: readonly string[]): void;
  bySide(): Tally;
  /** By the name of the indicator, `price` for rules that look at prices and volumes only. */
  byIndicator(): ReadonlyMap<string, Tally>;
}

interface Sums {
  buy: number;
  sell: number;
  buyStrength: number;
  sellStrength: number;
}

export function createSignalTally(): SignalTally {
  const all = noSums();
  const sumsByIndicator = new Map<string, Sums>();
  return {
    add(signal, indicators) {
      count(all, signal);
      for (const indicator of indicators) {
        const sums = sumsByIndicator.get(indicator) ?? noSums();
        sumsByIndicator.set(indicator, sums);
        count(sums, signal);
      }
    },
    bySide: () => tallyOf(all),
    byIndicator: () => {
      return new Map(Array.from(sumsByIndicator, ([name, sums]) => [name, tallyOf(sums)]));
    },
  };
}

/** The names of the indicators that a rule looks at; `price` where there are none. */
export function indicatorsOf({ conditions }: Rule): readonly string[] {
  const operands = leavesOf(conditions).flatMap(operandsOf);
  const names = operands.flatMap((operand) => ('indicator' in operand ? operand.indicator : []));
  return names.length === 0 ? ['price'] : [...new Set(names)];
}

function noSums(): Sums {
  return { buy: 0, sell: 0, buyStrength: 0, sellStrength: 0 };
}

function count(sums: Sums, { side, strength }: TradingSignal): void {
  if (side === 'BUY') {
    sums.buy += 1;
    sums.buyStrength += strength;
  } else {
    sums.sell += 1;
    sums.sellStrength += strength;
  }
}

function tallyOf({ buy, sell, buyStrength, sellStrength }: Sums): Tally {
  return {
    buy,
    sell,
    buyStrength: buy === 0 ? null : buyStrength / buy,
    sellStrength: sell === 0 ? null : sellStrength / sell,
  };
}
