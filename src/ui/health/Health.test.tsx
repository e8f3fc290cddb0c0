import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '../state/apply.ts';
import { aConnection, aHealth, anEngineStart } from '../testing/fixtures.ts';
import { Health } from './Health.tsx';

const region = () => screen.getByRole('region', { name: 'Health' });

beforeEach(() => apply(anEngineStart()));
afterEach(cleanup);

describe('health', () => {
  it('shows the link, the traffic, the data and the storage', () => {
    render(<Health />);
    act(() => apply({ type: 'healthChanged', health: aHealth() }));
    for (const words of [
      'CONNECTED',
      'wss://stream.binance.com:9443',
      '12 / 12',
      '41 ms',
      '20.0 KB',
      '1 of 1',
      '420 of 6,000',
      'went silent for 30 s',
    ]) {
      expect(region().textContent).toContain(words);
    }
    expect(within(region()).queryByRole('link')).toBeNull();
  });

  it('counts rejected frames by kind', () => {
    render(<Health />);
    const rejectedFrames = { 'not JSON': 2, 'bad price': 1, other: 0 };
    act(() => apply({ type: 'healthChanged', health: aHealth({ rejectedFrames }) }));
    expect(region().textContent).toContain('not JSON: 2, bad price: 1');
    expect(region().textContent).not.toContain('other');
  });

  it('says why the exchange is out of reach, and offers the demo', () => {
    render(<Health />);
    const connection = aConnection({ state: 'ERROR', outage: 'blocked' });
    act(() => apply({ type: 'connectionChanged', connection }));
    expect(region().textContent).toContain('refuses connections from this country');
    const link = within(region()).getByRole('link', { name: 'Open the demo' });
    expect(link.getAttribute('href')).toBe('?feed=demo');
  });
});
