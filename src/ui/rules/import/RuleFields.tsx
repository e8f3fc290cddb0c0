import { describeCondition } from '../../../domain/rules/describe.ts';
import { describeDuration } from '../../../domain/rules/describe-firing.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { formatDateTime } from '../../format/time.ts';
import { SideLabel } from '../../shell/SideLabel.tsx';
import { timeZone } from '../../state/preferences.ts';
import { partText, text } from '../../text/text.ts';
import type { ComponentChildren } from 'preact';

const CHANNELS = ['toast', 'sound', 'notification'] as const;

/** Every field of a rule in words. */
export function RuleFields({ rule }: { rule: Rule }) {
  const words = partText().rules.import;
  const { fields } = words;
  const { symbols, intervals, cooldownMs, expiresAt, quietHours: quiet, note } = rule;
  const list = (items: 'watchlist' | readonly string[]) =>
    items === 'watchlist' ? words.everyWatched : items.join(', ');
  return (
    <dl class="rule-fields">
      <Row label={fields.name}>{text().ruleName(rule.name)}</Row>
      <Row label={fields.id}>{rule.id}</Row>
      <Row label={fields.side}>
        <SideLabel side={rule.side} />
      </Row>
      <Row label={fields.symbols}>{list(symbols)}</Row>
      <Row label={fields.intervals}>{list(intervals)}</Row>
      <Row label={fields.conditions}>
        {describeCondition(rule.conditions, partText().ruleWords)}
      </Row>
      <Row label={fields.fire}>{partText().editor.options.firing[rule.fire ?? 'close']}</Row>
      <Row label={fields.cooldown}>
        {cooldownMs === undefined ? words.none : describeDuration(cooldownMs, partText().ruleWords)}
      </Row>
      <Row label={fields.expires}>
        {expiresAt === undefined ? words.never : formatDateTime(expiresAt, timeZone.value)}
      </Row>
      <Row label={fields.quietHours}>
        {quiet === undefined ? words.none : words.quiet(quiet.from, quiet.to, quiet.timeZone)}
      </Row>
      <Row label={fields.delivery}>{deliveryText(rule)}</Row>
      <Row label={fields.note}>{note ?? words.none}</Row>
    </dl>
  );
}

function deliveryText({ delivery }: Rule): string {
  const { conditions, options } = partText().editor;
  const { channels, choices } = options;
  return CHANNELS.map((channel) => {
    const choice = delivery?.[channel];
    const word = choice === undefined ? choices.settings : choice ? choices.yes : choices.no;
    return conditions.of(channels[channel], word);
  }).join(' · ');
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
