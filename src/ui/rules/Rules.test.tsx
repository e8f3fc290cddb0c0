import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { READY_MADE_RULES, priceLevelRule } from '../../domain/rules/ready-made.ts';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { notices } from '../state/notices.ts';
import { anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { Rules } from './Rules.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const OWN = priceLevelRule({ symbol: 'BTCUSDT', price: 70_000, direction: 'above' });

let engine: FakeEngine;
let stop: () => void;

beforeEach(async () => {
  engine = createFakeEngine();
  stop = startEngine(engine, START);
  apply(anEngineStart({ rules: [...READY_MADE_RULES, OWN] }));
  render(<Rules />);
  await screen.findAllByRole('switch');
});
afterEach(() => {
  cleanup();
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
    expect(screen.getAllByRole('button', { name: /^Delete rule/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: `Delete rule ${OWN.name}` }));
    expect(engine.sent.at(-1)).toEqual({ type: 'deleteRule', ruleId: OWN.id });
    act(() => notices.value[0]?.action?.run());
    expect(engine.sent.at(-1)).toEqual({ type: 'saveRule', rule: OWN });
  });

  it('are added by a form that says what is wrong where it is', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
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
