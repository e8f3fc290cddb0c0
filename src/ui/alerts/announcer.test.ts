import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { anAlert } from '../testing/fixtures.ts';
import { PAUSE_MS, createAnnouncer } from './announcer.ts';

function setUp() {
  const clock = createFakeClock();
  const said: string[] = [];
  const announcer = createAnnouncer({
    setTimer: (run, delayMs) => clock.setTimer(run, delayMs),
    say: (words) => said.push(words),
    describe: (alert) => `${alert.signalType} ${alert.symbol}`,
    summarize: (total, buy, sell) => `${total} more: ${buy} buy, ${sell} sell`,
  });
  return { clock, said, announcer };
}

describe('announcements', () => {
  it('tell the first alert at once', () => {
    const { said, announcer } = setUp();
    announcer.announce([anAlert()]);
    expect(said).toEqual(['BUY BTCUSDT']);
  });

  it('tell a burst as one sentence after the first', () => {
    const { clock, said, announcer } = setUp();
    announcer.announce([anAlert()]);
    for (let count = 0; count < 50; count += 1) {
      announcer.announce([anAlert({ signalType: count < 20 ? 'BUY' : 'SELL' })]);
      clock.advance(10);
    }
    clock.advance(PAUSE_MS);
    expect(said).toEqual(['BUY BTCUSDT', '50 more: 20 buy, 30 sell']);
  });

  it('never speak more often than once a pause, and end in silence', () => {
    const { clock, said, announcer } = setUp();
    for (let count = 0; count < 200; count += 1) {
      announcer.announce([anAlert()]);
      clock.advance(100);
    }
    clock.advance(10 * PAUSE_MS);
    expect(said.length).toBeLessThanOrEqual(20_000 / PAUSE_MS + 2);
    expect(clock.pendingTimers).toBe(0);
  });

  it('tell a single one that came in the pause whole', () => {
    const { clock, said, announcer } = setUp();
    announcer.announce([anAlert()]);
    announcer.announce([anAlert({ symbol: 'ETHUSDT' })]);
    clock.advance(PAUSE_MS);
    expect(said).toEqual(['BUY BTCUSDT', 'BUY ETHUSDT']);
  });
});
