import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { errorLog, logError } from '../state/error-log.ts';
import { ErrorLog } from './ErrorLog.tsx';

afterEach(() => {
  cleanup();
  errorLog.value = [];
});

describe('the error log', () => {
  it('is not there while all went well', () => {
    const { container } = render(<ErrorLog />);
    expect(container.textContent).toBe('');
  });

  it('tells what went wrong and why, newest first, the newest twenty', () => {
    for (let count = 1; count <= 25; count++) {
      logError({ time: count * 1000, what: 'engine-crashed', reason: `fault ${count}` });
    }
    render(<ErrorLog />);
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(said).toHaveLength(20);
    expect(said[0]).toContain('The engine crashed. (fault 25)');
    expect(said.at(-1)).toContain('fault 6');
  });
});
