import { useDevice } from '../device-context.ts';
import { send } from '../engine-client.ts';
import { perform } from '../shortcuts/perform.ts';
import { rules } from '../state/rules.ts';
import { partText, text } from '../text/text.ts';
import { Chip } from './Chip.tsx';
import { RULE_CHOICES, isChosen, rulesOfChoice } from './rule-choices.ts';
import type { RuleChoice } from './rule-choices.ts';

const CHOICES = Object.keys(RULE_CHOICES) as readonly RuleChoice[];

/** Ready-made rules in plain words, and the way to all of them. */
export function RuleStep() {
  const words = partText().firstRun.rules;
  const device = useDevice();
  const toggle = (choice: RuleChoice, isEnabled: boolean) => {
    for (const rule of rulesOfChoice(choice, rules.peek())) {
      send({ type: 'saveRule', rule: { ...rule, isEnabled } });
    }
  };
  return (
    <div class="chips">
      {CHOICES.map((choice) => (
        <Chip
          key={choice}
          label={words.choices[choice]}
          hint={rulesOfChoice(choice, rules.value)
            .map(({ name }) => text().ruleName(name))
            .join(', ')}
          isOn={isChosen(choice, rules.value)}
          onPress={(isOn) => toggle(choice, isOn)}
        />
      ))}
      <button
        type="button"
        class="button quiet"
        title={words.allHint}
        onClick={() => perform('rules', device)}
      >
        {words.all}
      </button>
    </div>
  );
}
