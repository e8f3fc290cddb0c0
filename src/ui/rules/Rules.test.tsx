import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READY_MADE_RULES, priceLevelRule } from '../../domain/rules/ready-made.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { editorRequest } from '../state/rule-dialogs.ts';
import { anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { Rules } from './Rules.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const OWN = priceLevelRule({ symbol: 'BTCUSDT', price: 70_000, direction: 'above' });

let engine: FakeEngine;
let stop: () => void;

// What is fetched on demand is there at once.
beforeAll(() => Promise.all([import('./list/RuleList.tsx'), import('./AddRule.tsx')]));
beforeEach(async () => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart({ rules: [...READY_MADE_RULES, OWN] }));
  render(<Rules />);
  await screen.findAllByRole('switch');
});
afterEach(() => {
  cleanup();
  editorRequest.value = null;
  stop();
});

describe('the rules', () => {
  it('each have a switch with their name, and a sentence that describes it', () => {
    const control = screen.getByRole('switch', { name: 'RSI leaves oversold' });
    const sentence = document.getElementById(control.getAttribute('aria-describedby') ?? '');
    expect((control as HTMLInputElement).checked).toBe(true);
    expect(sentence?.textContent).toContain('RSI(14) crosses above 30');
  });

  it('are switched by saving them', () => {
    fireEvent.click(screen.getByRole('switch', { name: 'EMA cross up' }));
    expect(engine.sent.at(-1)).toMatchObject({
      type: 'saveRule',
      rule: { id: 'ema-cross-up', isEnabled: false },
    });
  });

  it('can be deleted when they are one’s own, and taken back', () => {
    for (const more of screen.getAllByRole('button', { name: /^Actions for rule/ })) {
      fireEvent.click(more);
    }
    expect(screen.getAllByRole('button', { name: /^Delete rule/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: `Delete rule ${OWN.name}` }));
    expect(engine.sent.at(-1)).toEqual({ type: 'deleteRule', ruleId: OWN.id });
    act(() => notices.value[0]?.action?.run());
    expect(engine.sent.at(-1)).toEqual({ type: 'saveRule', rule: OWN });
  });

  it('are in two groups, one’s own first', () => {
    const own = screen.getByRole('region', { name: 'Your rules' });
    expect(within(own).getAllByRole('switch')).toHaveLength(1);
    const readyMade = screen.getByRole('region', { name: 'Ready-made rules' });
    expect(within(readyMade).getAllByRole('switch')).toHaveLength(READY_MADE_RULES.length);
  });

  it('that cannot be read are shown with the reason, and deleted only when asked twice', () => {
    const fault = { field: 'side', value: '"HOLD"', allowed: 'BUY, SELL' };
    const broken = { id: 'broken', name: 'Old one', faults: [fault] };
    act(() => apply({ type: 'brokenRulesChanged', rules: [broken] }));
    expect(screen.getByText('side: "HOLD" is refused; allowed: BUY, SELL')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete rule Old one' }));
    expect(engine.sent.at(-1)?.type).not.toBe('deleteRule');
    fireEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    expect(engine.sent.at(-1)).toEqual({ type: 'deleteRule', ruleId: 'broken' });
  });

  it('are edited when one’s own, and copied in any case', () => {
    fireEvent.click(screen.getByRole('button', { name: `Actions for rule ${OWN.name}` }));
    fireEvent.click(screen.getByRole('button', { name: `Edit rule ${OWN.name}` }));
    expect(editorRequest.value).toEqual({ type: 'edit', rule: OWN });
    fireEvent.click(screen.getByRole('button', { name: 'Actions for rule EMA cross up' }));
    expect(screen.queryByRole('button', { name: 'Edit rule EMA cross up' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Duplicate rule EMA cross up' }));
    expect(editorRequest.value).toMatchObject({ type: 'copy', rule: { id: 'ema-cross-up' } });
  });

  it('are added by a short form that says what is wrong where it is', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Quick alert' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add rule' }));
    const price = screen.getByRole('textbox', { name: 'Price' });
    expect(document.activeElement).toBe(price);
    expect(price.getAttribute('aria-invalid')).toBe('true');
    const error = document.getElementById(price.getAttribute('aria-describedby') ?? '');
    expect(error?.textContent).toContain('above zero');
    fireEvent.input(price, { target: { value: '68000' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
    expect(engine.sent.at(-1)).toMatchObject({
      type: 'saveRule',
      rule: { symbols: ['BTCUSDT'], conditions: { right: { constant: 68_000 } } },
    });
    expect(screen.queryByRole('button', { name: 'Add rule' })).toBeNull();
  });
});
