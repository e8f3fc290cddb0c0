import { accept, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { parseRule } from './parse-rule.ts';
import type { Rule } from './rule.ts';

/**
 * A rule for somebody else, as the text of a file or the fragment of a link. What comes back from
 * there is read by the parser that reads every rule, is off until its new owner turns it on, and
 * gets another id where its own is taken: an import never replaces a rule.
 */

/** Characters of a link's fragment. */
export const LONGEST_LINK = 8192;
/** Characters of a file; the largest rule has some 80,000. */
export const LONGEST_FILE = 131_072;

const PREFIX = 'rule=';

/** The rule as compact JSON; whether it is on is not part of it. */
export function sharedText(rule: Rule): string {
  return JSON.stringify({ ...rule, isEnabled: undefined });
}

/** `takenIds`: of the rules that are there already. */
export function parseSharedRule(text: string, takenIds: Iterable<string>): Result<Rule> {
  if (text.length > LONGEST_FILE) {
    return refuse('file', `${text.length} characters`, `at most ${LONGEST_FILE} characters`);
  }
  return readShared(text, 'file', takenIds);
}

/** `rule=…`, to stand after the `#` of a link. Refused where it would be longer than 8 kB. */
export function ruleLink(rule: Rule): Result<string> {
  const link = PREFIX + toBase64Url(sharedText(rule));
  if (link.length <= LONGEST_LINK) return accept(link);
  const allowed = `at most ${LONGEST_LINK} characters; share it as a file`;
  return refuse('link', `${link.length} characters`, allowed);
}

/** Reads the fragment of a link, with or without its `#`. */
export function parseRuleLink(fragment: string, takenIds: Iterable<string>): Result<Rule> {
  const link = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (link.length > LONGEST_LINK) {
    return refuse('link', `${link.length} characters`, `at most ${LONGEST_LINK} characters`);
  }
  const text = link.startsWith(PREFIX) ? fromBase64Url(link.slice(PREFIX.length)) : undefined;
  if (text === undefined) return refuse('link', link, `${PREFIX} and a rule in base64url`);
  return readShared(text, 'link', takenIds);
}

function readShared(text: string, field: string, takenIds: Iterable<string>): Result<Rule> {
  const shared = parseJson(text);
  if (typeof shared !== 'object' || shared === null || Array.isArray(shared)) {
    return refuse(field, text, 'a rule as JSON');
  }
  const parsed = parseRule({ ...shared, isEnabled: false });
  if (!parsed.ok) return parsed;
  return accept({ ...parsed.value, id: freeId(parsed.value.id, new Set(takenIds)) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The id itself, or with the first number that makes it a new one. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  const longestStem = 70;
  const stem = Array.from(id).slice(0, longestStem).join('');
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-${number}`;
  return free;
}
