import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRule } from '../../testing/rules.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { READY_MADE_RULES } from './ready-made.ts';
import {
  LONGEST_FILE,
  LONGEST_LINK,
  parseRuleLink,
  parseSharedRule,
  ruleLink,
  sharedText,
} from './share.ts';

const anyText = fc.string({ unit: 'binary' });

describe('base64url', () => {
  it.each(['', 'f', 'fo', 'foo', 'foobar', '币安?>', 'ÿþ~🔔'])(
    'of "%s" is that of others',
    (text) => {
      const encoded = Buffer.from(text).toString('base64url');
      expect([toBase64Url(text), fromBase64Url(encoded)]).toEqual([encoded, text]);
    },
  );

  it('comes back as it went, in letters that a link may hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const encoded = toBase64Url(text);
        expect(encoded).toMatch(/^[\w-]*$/);
        expect(fromBase64Url(encoded)).toBe(text);
      }),
    );
  });

  it('refuses what no text makes', () => {
    for (const bad of ['Zg==', 'Z', 'Zh', 'Z g', '_w', '-_8', 'é']) {
      expect(fromBase64Url(bad)).toBeUndefined();
    }
    fc.assert(
      fc.property(anyText, (text) => {
        const decoded = fromBase64Url(text);
        expect(decoded === undefined || toBase64Url(decoded) === text).toBe(true);
      }),
    );
  });
});

describe('a shared rule', () => {
  const [rule] = READY_MADE_RULES;
  if (rule === undefined) throw new Error('no ready-made rule');

  it('comes back from a file and from a link as it was, but is off', () => {
    fc.assert(
      fc.property(anyRule, (each) => {
        const off = { ok: true, value: { ...each, isEnabled: false } };
        expect(parseSharedRule(sharedText(each), [])).toEqual(off);
        const link = ruleLink(each);
        if (!link.ok) return;
        expect(parseRuleLink(link.value, [])).toEqual(off);
        expect(parseRuleLink(`#${link.value}`, [])).toEqual(off);
      }),
    );
  });

  it('is off even where it says that it is on', () => {
    const text = JSON.stringify({ ...rule, isEnabled: true });
    expect(parseSharedRule(text, [])).toMatchObject({ ok: true, value: { isEnabled: false } });
    expect(sharedText(rule)).not.toContain('isEnabled');
  });

  it('never takes the place of a rule that is there', () => {
    const idOf = (takenIds: string[]) => {
      const parsed = parseSharedRule(sharedText(rule), takenIds);
      return parsed.ok ? parsed.value.id : undefined;
    };
    expect(idOf(['other'])).toBe(rule.id);
    expect(idOf([rule.id])).toBe(`${rule.id}-2`);
    expect(idOf([rule.id, `${rule.id}-2`])).toBe(`${rule.id}-3`);
    const long = { ...rule, id: 'x'.repeat(80) };
    expect(parseSharedRule(sharedText(long), [long.id]).ok).toBe(true);
  });

  it('is refused as a link when it is too long, but not as a file', () => {
    const symbols = Array.from({ length: 700 }, (_, index) => `SYMBOL${index}USDT`);
    const large = { ...rule, symbols };
    expect(ruleLink(large)).toMatchObject({ ok: false, faults: [{ field: 'link' }] });
    expect(parseSharedRule(sharedText(large), []).ok).toBe(true);
    const link = `rule=${'A'.repeat(LONGEST_LINK)}`;
    expect(parseRuleLink(link, [])).toMatchObject({ ok: false, faults: [{ field: 'link' }] });
    const file = ' '.repeat(LONGEST_FILE + 1);
    expect(parseSharedRule(file, [])).toMatchObject({ ok: false, faults: [{ field: 'file' }] });
  });

  it('is refused with the path to what is wrong', () => {
    const broken = JSON.stringify({ ...rule, conditions: { all: [] } });
    const fault = { ok: false, faults: [{ field: 'conditions.all' }] };
    expect(parseSharedRule(broken, [])).toMatchObject(fault);
    expect(parseRuleLink(`rule=${toBase64Url(broken)}`, [])).toMatchObject(fault);
  });

  it('is refused when it is no rule at all, and never makes the parser throw', () => {
    for (const text of ['', '{', 'null', '[]', '"rule"', '{"__proto__":{}}']) {
      expect(parseSharedRule(text, []).ok).toBe(false);
      expect(parseRuleLink(`rule=${toBase64Url(text)}`, []).ok).toBe(false);
    }
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseRuleLink(`#rule=${text}`, []).ok).toBe(false);
        expect(parseSharedRule(text, []).ok).toBe(false);
      }),
    );
  });
});
