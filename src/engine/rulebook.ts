import { fault } from '../domain/result.ts';
import type { Fault } from '../domain/result.ts';
import { parseRule } from '../domain/rules/parse-rule.ts';
import { READY_MADE_RULES } from '../domain/rules/ready-made.ts';
import type { Rule } from '../domain/rules/rule.ts';
import type { BrokenRule } from '../protocol/messages.ts';
import type { ProfileStore } from './store/profile-store.ts';

/** The rules as they are now: ready-made ones, changed or not, and the user's own. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly brokenRules: readonly BrokenRule[];
  /** Adds a rule, or replaces the one with its id. */
  save(rule: unknown): void;
  remove(ruleId: string): void;
}

/** Keeps rules in memory and on disk. What does not parse is refused and changes nothing. */
export function createRulebook(parts: {
  readonly rules: readonly Rule[];
  readonly brokenRules: readonly BrokenRule[];
  readonly store: Pick<ProfileStore, 'saveRule' | 'deleteRule'>;
  readonly refuse: (faults: readonly Fault[]) => void;
  readonly onChange: () => void;
}): Rulebook {
  const { store, refuse, onChange } = parts;
  const byId = new Map(parts.rules.map((rule) => [rule.id, rule]));
  /** Saving over one mends it, deleting it takes its row away. */
  const broken = new Map(parts.brokenRules.map((rule) => [rule.id, rule]));
  return {
    get rules() {
      return [...byId.values()];
    },
    get brokenRules() {
      return [...broken.values()];
    },
    save(value) {
      const rule = parseRule(value);
      if (!rule.ok) return refuse(rule.faults);
      byId.set(rule.value.id, rule.value);
      broken.delete(rule.value.id);
      void store.saveRule(rule.value);
      onChange();
    },
    remove(ruleId) {
      if (!broken.delete(ruleId) && isReadyMade(ruleId)) {
        return refuse([fault('ruleId', ruleId, 'a rule of your own; switch this one off')]);
      }
      if (!isReadyMade(ruleId)) byId.delete(ruleId);
      void store.deleteRule(ruleId);
      onChange();
    },
  };
}

function isReadyMade(ruleId: string): boolean {
  return READY_MADE_RULES.some(({ id }) => id === ruleId);
}
