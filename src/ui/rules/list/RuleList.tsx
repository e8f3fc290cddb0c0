import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { READY_MADE_RULES } from '../../../domain/rules/ready-made.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import type { BrokenRule } from '../../../protocol/messages.ts';
import { partText } from '../../text/text.ts';
import { BrokenRuleRow } from './BrokenRuleRow.tsx';
import { RuleRow } from './RuleRow.tsx';

const READY_MADE_IDS = new Set(READY_MADE_RULES.map((rule) => rule.id));

interface Props {
  readonly rules: readonly Rule[];
  readonly broken: readonly BrokenRule[];
}

/** The rules in words. Apart, and loaded on demand: the words need every indicator's definition. */
export function RuleList({ rules, broken }: Props) {
  const words = partText().rules;
  const own = rules.filter(({ id }) => !READY_MADE_IDS.has(id));
  const readyMade = rules.filter(({ id }) => READY_MADE_IDS.has(id));
  return (
    <>
      <Group title={words.own}>
        {broken.map((rule) => (
          <BrokenRuleRow key={rule.id} rule={rule} />
        ))}
        {own.map((rule) => (
          <RuleRow key={rule.id} rule={rule} isOwn />
        ))}
        {own.length + broken.length === 0 ? <li class="rule hint">{words.ownEmpty}</li> : null}
      </Group>
      {readyMade.length === 0 ? null : (
        <Group title={words.readyMade}>
          {readyMade.map((rule) => (
            <RuleRow key={rule.id} rule={rule} isOwn={false} />
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="rule-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}
