import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { READY_MADE_RULES } from '../../../domain/rules/ready-made.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { ruleLink, sharedText } from '../../../domain/rules/share.ts';
import { startEngine } from '../../engine-client.ts';
import { apply } from '../../state/apply.ts';
import { notices } from '../../state/notices.ts';
import { importRequest } from '../../state/rule-dialogs.ts';
import { anEngineStart, createFakeEngine } from '../../testing/fixtures.ts';
import type { FakeEngine } from '../../testing/fixtures.ts';
import { copyLink } from '../list/share-rule.ts';
import { RuleImport } from './RuleImport.tsx';
import { offerFile } from './choose-file.ts';
import { offerRuleLink } from './rule-links.ts';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const RULE: Rule = {
  id: 'mine',
  name: 'Mine',
  side: 'SELL',
  isEnabled: true,
  symbols: ['BTCUSDT'],
  intervals: ['1h', '4h'],
  conditions: { left: { price: 'close' }, operator: 'below', right: { constant: 60_000 } },
  cooldownMs: 3_600_000,
  note: 'Sell slowly.',
};

let engine: FakeEngine;
let stop: () => void;
const saved = () => engine.sent.filter(({ type }) => type === 'saveRule');
const offered = () => {
  const request = importRequest.value;
  if (request === null) throw new Error('nothing is offered');
  render(<RuleImport request={request} />);
};
const linkTo = (rule: Rule) => {
  const link = ruleLink(rule);
  if (!link.ok) throw new Error('too long');
  return link.value;
};

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
  notices.value = [];
});
afterEach(() => {
  cleanup();
  stop();
  importRequest.value = null;
  location.hash = '';
  vi.unstubAllGlobals();
});

describe('a rule that is shared by a link', () => {
  it('is shown in full, and imported switched off only when that is asked for', () => {
    location.hash = `#${linkTo(RULE)}`;
    offerRuleLink(linkTo(RULE));
    expect(location.hash).toBe('');
    offered();
    const dialog = screen.getByRole('dialog', { name: 'A rule from somebody else' });
    expect(dialog.textContent).toContain(
      'SELL when close is below 60000, for BTCUSDT, on 1h and 4h, at most once in 1 hour.',
    );
    for (const part of ['1h, 4h', '1 hour', 'never', 'Sell slowly.', '"constant": 60000']) {
      expect(dialog.textContent).toContain(part);
    }
    expect(saved()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Import, switched off' }));
    expect(saved()).toEqual([{ type: 'saveRule', rule: { ...RULE, isEnabled: false } }]);
    expect(importRequest.value).toBeNull();
  });

  it('never takes the place of a rule with the same id', () => {
    const [known] = READY_MADE_RULES;
    if (known === undefined) throw new Error('no ready-made rules');
    importRequest.value = { source: 'link', content: `#${linkTo(known)}` };
    offered();
    fireEvent.click(screen.getByRole('button', { name: 'Import, switched off' }));
    expect(saved()).toMatchObject([{ rule: { id: `${known.id}-2`, isEnabled: false } }]);
  });

  it.each([
    ['#rule=%%%', 'link:'],
    ['#rule=e30', 'conditions:'],
    [`#rule=${'A'.repeat(9000)}`, 'at most 8192 characters'],
  ])('is refused with what is wrong: %.20s', (content, words) => {
    importRequest.value = { source: 'link', content };
    offered();
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(screen.queryByRole('button', { name: 'Import, switched off' })).toBeNull();
    expect(saved()).toEqual([]);
  });
});

describe('a rule that is shared as a file', () => {
  it('comes back as it went, but switched off', async () => {
    await offerFile(new File([sharedText(RULE)], 'mine.json'));
    offered();
    fireEvent.click(screen.getByRole('button', { name: 'Import, switched off' }));
    expect(saved()).toMatchObject([{ rule: { ...RULE, isEnabled: false } }]);
  });

  it('is refused with the path to each fault', async () => {
    const broken = { ...RULE, conditions: { all: [] }, side: 'HOLD' };
    await offerFile(new File([JSON.stringify(broken)], 'broken.json'));
    offered();
    const faults = screen.getByRole('alert').textContent;
    expect(faults).toContain('side: "HOLD"');
    expect(faults).toContain('conditions.all: []');
  });
});

describe('a link to a rule', () => {
  it('is put on the clipboard, without how the page was opened', async () => {
    const writeText = vi.fn<(link: string) => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await act(() => copyLink(RULE));
    expect(writeText.mock.calls[0]?.[0]).toBe(
      `${location.origin}${location.pathname}#${linkTo(RULE)}`,
    );
    expect(notices.value[0]?.message).toContain('on the clipboard');
  });

  it('is refused with words where it would be too long', async () => {
    const leaf = RULE.conditions;
    const all = Array.from({ length: 60 }, () => ({ not: leaf }));
    const symbols = Array.from({ length: 900 }, (_, index) => `SYMBOL${index}USDT`);
    await copyLink({ ...RULE, symbols, conditions: { all } });
    expect(notices.value[0]).toMatchObject({ kind: 'error' });
    expect(notices.value[0]?.message).toContain('share it as a file');
  });

  it('that the browser does not let through says so', async () => {
    const writeText = () => Promise.reject(new Error('denied'));
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await copyLink(RULE);
    expect(notices.value[0]?.message).toContain('denied');
  });
});
