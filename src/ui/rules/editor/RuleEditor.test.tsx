import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { READY_MADE_RULES } from '../../../domain/rules/ready-made.ts';
import { startEngine } from '../../engine-client.ts';
import { apply } from '../../state/apply.ts';
import { editorRequest } from '../../state/rule-dialogs.ts';
import type { EditorRequest } from '../../state/rule-dialogs.ts';
import { anEngineStart, createFakeEngine } from '../../testing/fixtures.ts';
import type { FakeEngine } from '../../testing/fixtures.ts';
import { RuleEditor } from './RuleEditor.tsx';

// A canvas has nothing to test here.
vi.mock('../../chart/PlotHost.tsx', () => ({ PlotHost: () => null }));

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const group = (name: string) => screen.getByRole('group', { name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (inside: HTMLElement, label: string, value: string) =>
  fireEvent.change(within(inside).getByRole('combobox', { name: label }), { target: { value } });
const type = (inside: HTMLElement, label: string, value: string) =>
  fireEvent.input(within(inside).getByRole('textbox', { name: label }), { target: { value } });
const focused = () => document.activeElement;

let engine: FakeEngine;
let stop: () => void;

const open = (request: EditorRequest) => {
  editorRequest.value = request;
  render(<RuleEditor request={request} />);
};
const savedRule = () => {
  press('Save rule');
  const last = engine.sent.at(-1);
  if (last?.type !== 'saveRule') throw new Error(`sent ${last?.type}`);
  return last.rule;
};

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
});
afterEach(() => {
  cleanup();
  stop();
  editorRequest.value = null;
});

describe('the rule editor', () => {
  it('builds a tree of conditions by picking, and says what it means', () => {
    open({ type: 'new' });
    const first = group('Condition 1 of All');
    choose(within(first).getByRole('group', { name: 'Value' }), 'Value', 'price close');
    type(within(first).getByRole('group', { name: 'Compared with' }), 'Number', '64,000.5');
    press('Add condition to All');
    const second = group('Condition 2 of All');
    choose(second, 'Comparison', 'above');
    const value = within(second).getByRole('group', { name: 'Value' });
    choose(value, 'Value', 'indicator bollinger');
    type(value, 'Length', '10');
    choose(value, 'Line', 'lower');
    choose(value, 'Interval', '4h');
    fireEvent.click(within(value).getByRole('checkbox', { name: 'its forming candle' }));
    expect(screen.getByRole('region', { name: 'What it means' }).textContent).toContain(
      'BUY when close crosses above 64000.5 and ' +
        'Bollinger(10, 2) lower on 4h (forming) is above 30, for every watched symbol',
    );
    expect(savedRule()).toMatchObject({
      side: 'BUY',
      isEnabled: true,
      conditions: {
        all: [
          { left: { price: 'close' }, operator: 'crossesAbove', right: { constant: 64_000.5 } },
          {
            left: {
              indicator: 'bollinger',
              params: { length: 10, deviations: 2 },
              output: 'lower',
              interval: '4h',
              forming: true,
            },
            operator: 'above',
            right: { constant: 30 },
          },
        ],
      },
    });
    expect(editorRequest.value).toBeNull();
  });

  it('offers what each operator takes', () => {
    open({ type: 'new' });
    const leaf = group('Condition 1 of All');
    choose(leaf, 'Comparison', 'enters');
    type(within(leaf).getByRole('group', { name: 'Lower edge' }), 'Number', '40');
    expect(savedRule()).toMatchObject({
      conditions: { operator: 'enters', low: { constant: 40 }, high: { constant: 70 } },
    });
    cleanup();
    open({ type: 'new' });
    const other = group('Condition 1 of All');
    choose(other, 'Comparison', 'fallsBy');
    type(other, 'Percent', '1,5');
    expect(savedRule()).toMatchObject({
      conditions: { operator: 'fallsBy', percent: 1.5, candles: 3 },
    });
  });

  it('shows each fault at its place, and saves nothing until there is none', () => {
    open({ type: 'new' });
    press('Add group to All');
    const inner = group('Group 2 of All: Any');
    type(inner, 'Length', '0');
    const before = engine.sent.length;
    press('Save rule');
    const length = within(inner).getByRole('textbox', { name: 'Length' });
    expect(length.getAttribute('aria-invalid')).toBe('true');
    expect(focused()).toBe(length);
    const error = document.getElementById(
      length.getAttribute('aria-describedby')?.split(' ')[0] ?? '',
    );
    expect(error?.textContent).toMatch(/^0 is refused; allowed: .*1 to 1000$/);
    expect(
      screen.getByText(/^conditions\.all\[1\]\.any\[0\]\.left\.params\.length: 0 is refused/),
    ).toBeTruthy();
    expect(engine.sent.slice(before)).toEqual([]);
    press('Remove: Condition 1 of Any');
    expect(screen.getByText(/^conditions\.all\[1\]\.any: \[\] is refused/)).toBeTruthy();
  });

  it('moves the focus to where one goes on', () => {
    open({ type: 'new' });
    expect(focused()).toBe(screen.getByRole('combobox', { name: 'Start from' }));
    press('Add condition to All');
    expect(group('Condition 2 of All').contains(focused())).toBe(true);
    press('Move up: Condition 2 of All');
    expect(focused()).toBe(screen.getByRole('button', { name: 'Move down: Condition 1 of All' }));
    press('Duplicate: Condition 1 of All');
    expect(group('Condition 2 of All').contains(focused())).toBe(true);
    press('Put into a group: Condition 2 of All');
    expect(focused()).toBe(within(group('Group 2 of All: All')).getAllByRole('combobox')[0]);
    press('Remove: Group 2 of All: All');
    expect(group('Condition 2 of All').contains(focused())).toBe(true);
    press('Remove: Condition 2 of All');
    press('Remove: Condition 1 of All');
    expect(focused()).toBe(screen.getByRole('button', { name: 'Add condition to All' }));
  });

  it('asks before unsaved changes are lost, and only then', () => {
    const [rule] = READY_MADE_RULES;
    if (rule === undefined) throw new Error('no ready-made rules');
    open({ type: 'edit', rule: { ...rule, id: 'mine' } });
    const escape = () => fireEvent.keyDown(focused() ?? document.body, { key: 'Escape' });
    const name = screen.getByRole('textbox', { name: 'Name' });
    name.focus();
    fireEvent.input(name, { target: { value: 'Mine' } });
    escape();
    const keep = screen.getByRole('button', { name: 'Keep editing' });
    expect(focused()).toBe(keep);
    fireEvent.click(keep);
    expect(focused()).toBe(name);
    expect(editorRequest.value).not.toBeNull();
    escape();
    press('Discard changes');
    expect(editorRequest.value).toBeNull();
    expect(engine.sent.some(({ type }) => type === 'saveRule')).toBe(false);
    cleanup();
    open({ type: 'new' });
    escape();
    expect(editorRequest.value).toBeNull();
  });

  it('keeps the id of a rule that is edited, and gives a copy one of its own', () => {
    const [rule] = READY_MADE_RULES;
    if (rule === undefined) throw new Error('no ready-made rules');
    open({ type: 'edit', rule: { ...rule, id: 'mine', isEnabled: false } });
    expect(savedRule()).toEqual({ ...rule, id: 'mine', isEnabled: false });
    cleanup();
    open({ type: 'copy', rule });
    const copy = savedRule();
    expect(copy).toMatchObject({ name: `${rule.name} (copy)`, conditions: rule.conditions });
    expect(copy).not.toMatchObject({ id: rule.id });
  });

  it('says when and how the rule speaks', () => {
    open({ type: 'new' });
    const options = group('When and how it speaks');
    choose(options, 'Speaks', 'intrabar');
    type(options, 'Then silent for', '2');
    choose(options, 'Unit', 'hour');
    fireEvent.click(within(options).getByRole('switch', { name: 'Quiet hours' }));
    choose(options, 'Sound', 'no');
    type(options, 'Note', 'Look twice');
    fireEvent.click(within(group('Symbols')).getByRole('radio', { name: 'Chosen' }));
    fireEvent.click(within(group('Intervals')).getByRole('radio', { name: 'Chosen' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '15m' }));
    expect(savedRule()).toMatchObject({
      fire: 'intrabar',
      cooldownMs: 7_200_000,
      quietHours: {
        from: '22:00',
        to: '07:00',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      delivery: { sound: false },
      note: 'Look twice',
      symbols: ['BTCUSDT'],
      intervals: ['15m', '1h'],
    });
  });

  it('starts from a ready-made rule', () => {
    open({ type: 'new' });
    act(() => {
      choose(document.body, 'Start from', 'stochastic-cross-down');
    });
    expect(savedRule()).toMatchObject({
      side: 'SELL',
      name: 'Stochastic cross down while overbought',
    });
  });
});
