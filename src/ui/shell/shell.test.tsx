import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply, failEngine } from '../state/apply.ts';
import { isDemo } from '../state/engine.ts';
import { aConnection, anEngineStart } from '../testing/fixtures.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';

beforeEach(() => apply(anEngineStart()));
afterEach(() => {
  cleanup();
  isDemo.value = false;
});

describe('the header', () => {
  it('names the connection’s state and the venue', () => {
    render(<Header />);
    const status = screen.getByRole('status', { name: 'Connection' });
    act(() => apply({ type: 'connectionChanged', connection: aConnection() }));
    expect(status.textContent).toBe('CONNECTEDBinance');
    act(() =>
      apply({
        type: 'connectionChanged',
        connection: aConnection({ state: 'RECONNECTING', nextRetryAt: Date.now() + 9_900 }),
      }),
    );
    expect(status.textContent).toContain('RECONNECTING');
    expect(status.textContent).toContain('next try in 10 s');
  });

  it('never claims a connection when the engine is gone', () => {
    render(<Header />);
    act(() => {
      apply({ type: 'connectionChanged', connection: aConnection() });
      failEngine('out of memory');
    });
    expect(screen.getByRole('status', { name: 'Connection' }).textContent).toContain('ERROR');
  });

  it('says that a demo is one', () => {
    apply(anEngineStart({ isDemo: true, venue: 'Demo market' }));
    render(<Header />);
    expect(screen.getByText('Demo')).toBeTruthy();
  });
});

describe('a panel that cannot be drawn', () => {
  it('says so, leaves the rest alive, and can be tried again', () => {
    const isBroken = signal(true);
    const Broken = () => {
      if (isBroken.value) throw new Error('no such candle');
      return <p>fine</p>;
    };
    render(
      <>
        <ErrorBoundary title="Chart">
          <Broken />
        </ErrorBoundary>
        <p>the rest</p>
      </>,
    );
    expect(screen.getByRole('alert').textContent).toContain('Chart could not be shown.');
    expect(screen.getByRole('alert').textContent).toContain('no such candle');
    expect(screen.getByText('the rest')).toBeTruthy();
    isBroken.value = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('fine')).toBeTruthy();
  });
});
