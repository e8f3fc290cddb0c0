import type { Rule } from '../../../domain/rules/rule.ts';
import { ruleLink, sharedText } from '../../../domain/rules/share.ts';
import { notify } from '../../state/notices.ts';
import { partText, text } from '../../text/text.ts';

const NOTICE = 'rule-shared';

/** Puts a link to the rule on the clipboard; one that would be too long is refused with words. */
export async function copyLink(rule: Rule): Promise<void> {
  const words = partText().rules.share;
  const link = ruleLink(rule);
  if (!link.ok) {
    const faults = link.faults.map((fault) => text().fault(fault)).join('; ');
    return notify('error', words.tooLong(faults), { id: NOTICE });
  }
  try {
    // Without the query: how this page was opened is nobody else's business.
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}#${link.value}`);
    notify('info', words.copied(text().ruleName(rule.name)), { id: NOTICE });
  } catch (error) {
    notify('error', words.notCopied(String(error)), { id: NOTICE });
  }
}

/** Hands the rule to the browser as a file. */
export function saveAsFile(rule: Rule): void {
  const address = URL.createObjectURL(new Blob([sharedText(rule)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${rule.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
