import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { errorLog, logError } from '../state/error-log.ts';
import { ErrorLog } from './ErrorLog.tsx';

const said = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

afterEach(() => {
  cleanup();
  errorLog.value = [];
});

describe('the error log', () => {
  it('says so while all goes well', () => {
    render(<ErrorLog />);
    const log = screen.getByRole('region', { name: 'Errors since the page was opened' });
    expect(log.textContent).toContain('None so far.');
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it('tells what went wrong and why, the newest first, and the others on request', () => {
    for (let count = 1; count <= 25; count++) {
      logError({ time: count * 1000, what: 'engine-crashed', reason: `fault ${count}` });
    }
    render(<ErrorLog />);
    expect(said()).toHaveLength(8);
    expect(said()[0]).toContain('The engine crashed. (fault 25)');
    fireEvent.click(screen.getByRole('button', { name: 'Show 17 more' }));
    expect(said()).toHaveLength(25);
    expect(said().at(-1)).toContain('fault 1');
    fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(said()).toHaveLength(8);
  });

  it('counts what happens again and again', () => {
    render(<ErrorLog />);
    act(() => {
      logError({ time: 1000, what: 'request-failed', reason: 'HTTP 503' });
      logError({ time: 2000, what: 'request-failed', reason: 'HTTP 503' });
    });
    expect(said()).toHaveLength(1);
    expect(said()[0]).toContain('2 times');
  });
});
