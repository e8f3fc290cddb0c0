import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binanceVenue, demoVenue } from '../../binance/venue.ts';
import { createReadinessFixture, faultsOf } from '../../testing/readiness-fixture.ts';
import { AT_ONCE, ATTEMPT_SHARE, PATIENCE_MS } from './readiness-check.ts';

describe('where all is well', () => {
  it('every endpoint is reached, in the order of the venue', async () => {
    const { run } = createReadinessFixture();
    const report = await run();
    expect(report.endpoints.map(({ url }) => url)).toEqual([
      ...binanceVenue.streamEndpoints,
      ...binanceVenue.restEndpoints,
    ]);
    expect(report.endpoints.every(({ fault, detail }) => fault === null && detail === '')).toBe(
      true,
    );
    expect(report.endpoints[0]?.answeredInMs).toBe(60);
    expect(report.endpoints.at(-1)?.answeredInMs).toBe(40);
    expect(report).toMatchObject({ venue: 'Binance', isDemo: false, isStored: true });
  });

  it('every socket is closed at once, and nothing was sent over it', async () => {
    const { run, sockets, clock } = createReadinessFixture();
    await run();
    expect(sockets.all).toHaveLength(4);
    expect(sockets.all.every(({ isClosed, sent }) => isClosed && sent.length === 0)).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });

  it('a few endpoints at a time are tried', async () => {
    const { run, mostAtOnce } = createReadinessFixture();
    await run();
    expect(mostAtOnce()).toBe(AT_ONCE);
  });
});

describe('what hangs', () => {
  it('is given up, and ends within half a minute', async () => {
    const { run, sockets, clock } = createReadinessFixture({
      socket: () => 'hang',
      rest: () => 'hang',
    });
    const report = await run(2 * PATIENCE_MS);
    expect(faultsOf(report, 'stream')).toEqual(['exchange-down']);
    expect(report.endpoints.every(({ detail }) => detail === 'no answer within 8 s')).toBe(true);
    expect(sockets.all.every(({ isClosing }) => isClosing)).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });

  it('and answers too late changes nothing', async () => {
    const { run, sockets } = createReadinessFixture({ socket: () => 'hang' });
    const report = await run(2 * PATIENCE_MS);
    for (const socket of sockets.all) socket.open();
    expect(faultsOf(report, 'stream')).toEqual(['sockets-blocked']);
  });

  it('does not keep what answers at once from its turn', async () => {
    const { run } = createReadinessFixture({ rest: () => 'hang' });
    expect(faultsOf(await run(2 * PATIENCE_MS), 'stream')).toEqual([null]);
  });
});

it('a socket that opens or fails before it is there is no surprise', async () => {
  const { run, sockets } = createReadinessFixture({
    socket: (url) => (url.includes(':9443') ? 'open-early' : 'refuse-early'),
    rest: () => 'fail',
  });
  const { endpoints } = await run();
  const ofStreams = endpoints.slice(0, 4).map(({ fault }) => fault);
  expect(ofStreams).toEqual([null, 'address', 'address', null]);
  expect(endpoints[1]?.detail).toContain('forbidden by a policy');
  expect(sockets.all.every(({ isClosing }) => isClosing)).toBe(true);
});

describe('the clock', () => {
  it.each([0, -1500, 40_000])('of an exchange %i ms ahead of ours is told', async (ahead) => {
    const { run } = createReadinessFixture({ serverAheadMs: ahead });
    expect((await run()).clock).toEqual({ skewMs: 0 - ahead, errorMs: 20 });
  });

  it('is measured once more over the connection that is there by then', async () => {
    const { run, asked } = createReadinessFixture({
      restDelayMs: (before) => (before === 0 ? 400 : 30),
    });
    expect((await run()).clock?.errorMs).toBe(15);
    expect(asked).toHaveLength(binanceVenue.restEndpoints.length + 1);
  });

  it('is still known where the second answer does not come', async () => {
    let answers = 0;
    const { run } = createReadinessFixture({
      rest: () => (++answers > binanceVenue.restEndpoints.length ? 'fail' : 200),
    });
    expect((await run()).clock).toEqual({ skewMs: 0, errorMs: 20 });
  });
});

describe('so that it causes no ban', () => {
  it('every attempt is charged', async () => {
    const { run, attemptLedger } = createReadinessFixture();
    await run();
    expect(attemptLedger.count).toBe(4);
  });

  it('most of the attempts are left to the watch', async () => {
    const { run, attemptLedger, sockets } = createReadinessFixture();
    for (let made = 0; made < ATTEMPT_SHARE - 1; made++) attemptLedger.record();
    const report = await run();
    expect(sockets.all).toHaveLength(1);
    expect(faultsOf(report, 'stream')).toEqual([null, 'untried']);
    expect(attemptLedger.count).toBe(ATTEMPT_SHARE);
  });

  it('REST is left alone while the exchange wants a pause', async () => {
    const { run, asked, world, clock } = createReadinessFixture();
    world.restPausedUntil = clock.now() + 90_000;
    const report = await run();
    expect(asked).toEqual([]);
    expect(faultsOf(report, 'rest')).toEqual(['rate-limited']);
    expect(report.endpoints.at(-1)?.detail).toContain('asks to wait until');
  });

  it('a pause that a check is told of is kept, by the next check too', async () => {
    const { run, asked, world, clock } = createReadinessFixture({
      rest: () => 429,
      socket: () => 'refuse',
    });
    const report = await run(5000);
    expect(faultsOf(report, 'rest')).toEqual(['rate-limited']);
    expect(faultsOf(report, 'stream')).toEqual(['rate-limited']);
    const { length } = asked;
    expect(length).toBeLessThan(binanceVenue.restEndpoints.length);
    world.rest = () => 200;
    await run(5000);
    expect(asked).toHaveLength(length);
    await clock.advanceAsync(30_000);
    expect(faultsOf(await run(), 'rest')).toEqual([null]);
  });

  it('a second check while one runs is the same check', async () => {
    const { check, clock, sockets } = createReadinessFixture();
    const first = check.run();
    expect(check.run()).toBe(first);
    await clock.advanceAsync(1000);
    await first;
    expect(sockets.all).toHaveLength(4);
    expect(check.run()).not.toBe(first);
  });

  it('a check of another venue is another check', async () => {
    const { check, world, clock } = createReadinessFixture();
    const first = check.run();
    const endpoints = ['wss://stream.mine.example'];
    world.venue = { id: 'custom', name: 'Mine', streamEndpoints: endpoints, restEndpoints: [] };
    const second = check.run();
    await clock.advanceAsync(1000);
    expect((await first).venue).toBe('Binance');
    expect((await second).endpoints.map(({ url }) => url)).toEqual(endpoints);
  });
});

it('the demo market opens nothing and says what it is', async () => {
  const { run, sockets, asked, attemptLedger } = createReadinessFixture({ venue: demoVenue });
  expect(await run(0)).toMatchObject({ isDemo: true, endpoints: [], clock: null });
  expect(sockets.all).toEqual([]);
  expect(asked).toEqual([]);
  expect(attemptLedger.count).toBe(0);
});

it('no connection is opened but through the given network', async () => {
  const names = await readdir(import.meta.dirname);
  const sources = names.filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
  expect(sources.length).toBeGreaterThan(4);
  const codes = await Promise.all(
    sources.map((name) => readFile(join(import.meta.dirname, name), 'utf8')),
  );
  const forbidden =
    /\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|importScripts|WebTransport)\b/;
  expect(sources.filter((_, index) => forbidden.test(codes[index] ?? ''))).toEqual([]);
});
