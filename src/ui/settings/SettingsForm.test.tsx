import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../engine-client.ts';
import { apply } from '../state/apply.ts';
import { anEngineStart, createFakeEngine } from '../testing/fixtures.ts';
import type { FakeEngine } from '../testing/fixtures.ts';
import { IntervalChoice } from './IntervalChoice.tsx';
import { SettingsForm } from './SettingsForm.tsx';

const START = { feed: 'exchange', local: null, symbols: null, intervals: null } as const;
const DURATION = 'An alert stays on the page for';
const save = () => screen.getByRole('button', { name: 'Save changes' }) as HTMLButtonElement;

let engine: FakeEngine;
let stop: () => void;

beforeEach(() => {
  engine = createFakeEngine();
  stop = startEngine(() => engine, START);
  apply(anEngineStart());
});
afterEach(() => {
  cleanup();
  stop();
});

describe('the settings form', () => {
  it('has a field for every setting, with its unit and bounds', () => {
    render(<SettingsForm />);
    const field = screen.getByRole('textbox', { name: DURATION });
    const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect((field as HTMLInputElement).value).toBe('5000');
    expect(hint?.textContent).toBe('1,000 to 60,000 ms');
    expect(screen.getByRole('switch', { name: 'Sound' })).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Exchange' })).toBeTruthy();
  });

  it('sends what was changed, all of it or nothing', () => {
    render(<SettingsForm />);
    expect(save().disabled).toBe(true);
    const field = screen.getByRole('textbox', { name: DURATION });
    fireEvent.input(field, { target: { value: '50' } });
    fireEvent.click(screen.getByRole('switch', { name: 'Sound' }));
    fireEvent.click(save());
    expect(engine.sent.at(-1)?.type).not.toBe('changeSettings');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(field, { target: { value: '9000' } });
    fireEvent.click(save());
    expect(engine.sent.at(-1)).toEqual({
      type: 'changeSettings',
      changes: { toastDurationMs: 9000, enableAudio: false },
    });
  });

  it('discards', () => {
    render(<SettingsForm />);
    const field = screen.getByRole('textbox', { name: DURATION }) as HTMLInputElement;
    fireEvent.input(field, { target: { value: '50' } });
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field.value).toBe('5000');
  });
});

describe('the intervals', () => {
  it('are changed at once, in their natural order', () => {
    render(<IntervalChoice />);
    fireEvent.click(screen.getByRole('checkbox', { name: '1m' }));
    expect(engine.sent.at(-1)).toEqual({
      type: 'changeIntervals',
      intervals: ['1m', '1h', '4h'],
    });
  });

  it('are never none', () => {
    apply(anEngineStart({ watchlist: { symbols: ['BTCUSDT'], intervals: ['1h'] } }));
    engine.sent.length = 0;
    render(<IntervalChoice />);
    fireEvent.click(screen.getByRole('checkbox', { name: '1h' }));
    expect(screen.getByRole('alert').textContent).toContain('at least one');
    expect(engine.sent).toEqual([]);
  });
});
