import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apply } from '../state/apply.ts';
import { health } from '../state/health.ts';
import { aConnection, aHealth, anEngineStart } from '../testing/fixtures.ts';
import { Health } from './Health.tsx';
import { samples } from './pulse.ts';
// Fetched when first shown; here before the tests begin, so that none of them waits for it.
import './HealthContents.tsx';

const region = () => screen.getByRole('region', { name: 'Health' });

/** Its contents are fetched when it is first shown. */
const show = async () => {
  render(<Health />);
  await screen.findByText('Over the last minute');
};

/** Nothing is laid out here, so nothing would ever be seen. */
class SeesAll {
  readonly #tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void;
  constructor(tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
  }
  observe(): void {
    this.#tell([{ isIntersecting: true }]);
  }
  disconnect(): void {
    // Nothing goes on.
  }
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', SeesAll);
  samples.value = [];
  health.value = null;
  apply(anEngineStart());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('health', () => {
  it('shows the link, the traffic, the data and the storage', async () => {
    await show();
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

  it('counts rejected frames by kind', async () => {
    await show();
    const rejectedFrames = { 'not-json': 2, 'bad-price': 1, 'off-grid': 0, strange: 3 };
    act(() => apply({ type: 'healthChanged', health: aHealth({ rejectedFrames }) }));
    expect(region().textContent).toContain('not json: 2, bad price: 1, strange: 3');
    expect(region().textContent).not.toContain('grid');
  });

  it('says why the exchange is out of reach, and offers the demo', async () => {
    await show();
    const connection = aConnection({ state: 'ERROR', outage: 'blocked' });
    act(() => apply({ type: 'connectionChanged', connection }));
    expect(region().textContent).toContain('refuses connections from this country');
    const link = within(region()).getByRole('link', { name: 'Open the demo' });
    expect(link.getAttribute('href')).toBe('?feed=demo');
  });

  it('says which tab rings', async () => {
    await show();
    act(() => apply({ type: 'healthChanged', health: aHealth() }));
    expect(region().textContent).toContain('Who ringsThis tab');
    act(() => apply({ type: 'healthChanged', health: aHealth({ isDelivering: false }) }));
    expect(region().textContent).toContain('Who ringsAnother tab');
  });

  it('draws latency and frames a second, and sums them up in words', async () => {
    await show();
    expect(within(region()).queryByRole('img', { name: /^Latency/ })).toBeNull();
    for (const latencyMs of [40, 60, 44]) {
      const connection = aConnection({ latencyMs, framesPerSecond: latencyMs + 50 });
      act(() => apply({ type: 'healthChanged', health: aHealth({ connection }) }));
    }
    const { getByRole } = within(region());
    expect(
      getByRole('img', {
        name: 'Latency over the last minute: lowest 40 ms, median 44 ms, highest 60 ms',
      }),
    ).toBeTruthy();
    expect(
      getByRole('img', {
        name: 'Frames a second over the last minute: lowest 90, median 94, highest 110',
      }),
    ).toBeTruthy();
  });

  it('says what the browser tells of the device, and what it does not', async () => {
    await show();
    act(() => apply({ type: 'healthChanged', health: aHealth({ isStored: false }) }));
    expect(await screen.findByText('Storage used')).toBeTruthy();
    expect(region().textContent).toContain('History kept on this deviceNo');
    expect(region().textContent).not.toContain('lacks');
    act(() => apply({ type: 'healthChanged', health: aHealth({ alertsNotKept: 1_200 }) }));
    expect(region().textContent).toContain('Alerts that it lacks1,200');
  });
});
