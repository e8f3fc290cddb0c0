import type { Fault } from '../../../domain/result.ts';
import { describeCondition } from '../../../domain/rules/describe.ts';
import { parseRule } from '../../../domain/rules/parse-rule.ts';
import { ENGLISH_RULE_WORDS } from '../../../domain/rules/rule-words.ts';
import type { RuleWords } from '../../../domain/rules/rule-words.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import type { RuleDraft } from './draft.ts';
import { ruleData } from './rule-data.ts';

const LONGEST_NAME = 80;
/** Stands in for a name while the conditions that would give it are not right. */
const NO_NAME = '–';

export interface ReadDraft {
  /** Null while something is wrong. */
  readonly rule: Rule | null;
  /** By their paths, such as `conditions.all[1].left.params.length`. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** What the rule is called if it is not given a name: its conditions in words. */
  readonly suggestedName: string;
}

/** The rule that a draft describes, read by the parser that reads every rule. */
export function readDraft(draft: RuleDraft, words: RuleWords = ENGLISH_RULE_WORDS): ReadDraft {
  const unnamed = parseRule(ruleData({ ...draft, name: '' }, NO_NAME));
  const suggestedName = unnamed.ok
    ? shortened(describeCondition(unnamed.value.conditions, words))
    : '';
  const parsed = parseRule(ruleData(draft, suggestedName || NO_NAME));
  if (parsed.ok) return { rule: parsed.value, faults: new Map(), suggestedName };
  const faults = new Map(parsed.faults.toReversed().map((fault) => [fault.field, fault]));
  return { rule: null, faults, suggestedName };
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= LONGEST_NAME ? text : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
}
