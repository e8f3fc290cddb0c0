import { importRequest } from '../../state/rule-dialogs.ts';

/**
 * Offers the rule of a link for import. It is taken out of the address, so that a reload does not
 * offer it again.
 */
export function offerRuleLink(link: string): void {
  history.replaceState(history.state, '', location.pathname + location.search);
  importRequest.value = { source: 'link', content: link };
}
