import { percentMoveRule, priceLevelRule } from '../../domain/rules/ready-made.ts';
import { plainNumber } from '../../domain/rules/plain-number.ts';
import { INTERVALS, isInterval } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { FiringMode, Rule } from '../../domain/rules/rule.ts';
import type { PartTexts } from '../text/text.ts';
import { typedNumber } from './typed-number.ts';

export type RuleKind = 'price' | 'move';

/** The form as it was typed. */
export interface RuleDraft {
  readonly kind: RuleKind;
  /** Empty for every watched symbol (percentage moves only). */
  readonly symbol: string;
  /** Empty for every watched interval. */
  readonly interval: string;
  readonly direction: 'up' | 'down';
  /** Of a price: as soon as it trades there, or only when a candle closes there. */
  readonly fire: FiringMode;
  readonly price: string;
  readonly percent: string;
  readonly candles: string;
}

export type DraftField = 'symbol' | 'price' | 'percent' | 'candles';
export type DraftErrors = Partial<Record<DraftField, string>>;
type FormTexts = PartTexts['rules']['form'];

const MOST_PERCENT = 100;
const LEAST_PERCENT = 0.1;
const MOST_CANDLES = 500;

/** The rule that a draft describes, or what is wrong with it, field by field. */
export function buildRule(
  draft: RuleDraft,
  words: FormTexts,
  watched: readonly Interval[],
): { readonly rule: Rule } | { readonly errors: DraftErrors } {
  const intervals = isInterval(draft.interval) ? [draft.interval] : 'watchlist';
  return draft.kind === 'price'
    ? buildPriceRule(draft, draft.fire === 'intrabar' ? soonest(watched) : intervals, words)
    : buildMoveRule(draft, intervals, words);
}

function buildPriceRule(draft: RuleDraft, intervals: Rule['intervals'], words: FormTexts) {
  const price = typedNumber(draft.price);
  const errors: DraftErrors = {};
  if (draft.symbol === '') errors.symbol = words.errors.symbol;
  if (price === null || price <= 0) errors.price = words.errors.price;
  if (price === null || Object.keys(errors).length > 0) return { errors };
  const direction = draft.direction === 'up' ? 'above' : 'below';
  const level = priceLevelRule({ symbol: draft.symbol, price, direction, intervals });
  const name = words.priceName(draft.symbol, draft.direction === 'up', plainNumber(price));
  const rule = { ...level, name };
  if (draft.fire === 'close') return { rule: withScope(rule, draft.interval) };
  return { rule: withScope({ ...rule, fire: draft.fire }, draft.fire) };
}

/** The shortest interval alone: on each of them the same price would be told again. */
function soonest(watched: readonly Interval[]): Rule['intervals'] {
  const shortest = INTERVALS.find((interval) => watched.includes(interval));
  return shortest === undefined ? 'watchlist' : [shortest];
}

function buildMoveRule(draft: RuleDraft, intervals: Rule['intervals'], words: FormTexts) {
  const percent = typedNumber(draft.percent);
  const candles = typedNumber(draft.candles);
  const errors: DraftErrors = {};
  if (percent === null || percent < LEAST_PERCENT || percent > MOST_PERCENT) {
    errors.percent = words.errors.percent;
  }
  if (candles === null || !Number.isInteger(candles) || candles < 1 || candles > MOST_CANDLES) {
    errors.candles = words.errors.candles;
  }
  if (percent === null || candles === null || Object.keys(errors).length > 0) return { errors };
  const direction = draft.direction === 'up' ? 'rises' : 'falls';
  const symbols = draft.symbol === '' ? 'watchlist' : [draft.symbol];
  const rule = percentMoveRule({ direction, percent, candles, symbols, intervals });
  const name = words.moveName(
    draft.symbol,
    draft.direction === 'up',
    plainNumber(percent),
    candles,
  );
  return { rule: withScope({ ...rule, name }, draft.symbol, draft.interval) };
}

/** Rules that differ in where they apply are different rules, so their ids must differ as well. */
function withScope(rule: Rule, ...scope: readonly string[]): Rule {
  const id = [rule.id, ...scope.filter((part) => part !== '')].join('-');
  return { ...rule, id };
}
