/** What the engine and the page use of the rules. */
export { describeCondition, describeOperand, describeRule } from './describe.ts';
export { createJudge } from './judge.ts';
export type { Judge, JudgeOptions } from './judge.ts';
export { parseRule } from './parse-rule.ts';
export { plainNumber } from './plain-number.ts';
export { percentMoveRule, priceLevelRule, READY_MADE_RULES } from './ready-made.ts';
export type { PercentMove, PriceLevel } from './ready-made.ts';
export { replayRule } from './replay.ts';
export type { CandlesByInterval } from './replay.ts';
export { intervalsOf, isForSymbol } from './rule.ts';
export type { Change, Comparison, Condition, Operand, Rule } from './rule.ts';
export { STRENGTH_FORMULAS } from './strength.ts';
export { candlesNeeded } from './warm-up.ts';
