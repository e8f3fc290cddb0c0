import { describe, expect, it } from 'vitest';
import { createReadinessFixture, faultsOf } from '../../testing/readiness-fixture.ts';

describe('the reason', () => {
  it('is that the device is offline', async () => {
    const { run } = createReadinessFixture({
      isOnline: false,
      socket: () => 'refuse',
      rest: () => 'fail',
    });
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual(['offline']);
    expect(faultsOf(report, 'rest')).toEqual(['offline']);
    expect(report.clock).toBeNull();
  });

  it('is that, also where REST is not asked because of a pause from before', async () => {
    const { run, world, clock } = createReadinessFixture({
      isOnline: false,
      socket: () => 'refuse',
      rest: () => 'fail',
    });
    world.restPausedUntil = clock.now() + 60_000;
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual(['offline']);
    expect(faultsOf(report, 'rest')).toEqual(['offline']);
  });

  it('is not that, where something answers although the browser says so', async () => {
    const { run } = createReadinessFixture({ isOnline: false, socket: () => 'refuse' });
    expect(faultsOf(await run(), 'stream')).toEqual(['sockets-blocked']);
  });

  it.each([451, 403])('is the region, where REST says %i', async (status) => {
    const { run } = createReadinessFixture({ socket: () => 'refuse', rest: () => status });
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual(['blocked']);
    expect(faultsOf(report, 'rest')).toEqual(['blocked']);
    expect(report.endpoints[0]?.detail).toBe('the connection was refused, close code 1006');
    expect(report.endpoints.at(-1)?.detail).toContain(`status ${status}`);
  });

  it('is the region for one site only, where another site answers', async () => {
    const isBlocked = (url: string) => url.includes('binance.com');
    const { run } = createReadinessFixture({
      socket: (url) => (isBlocked(url) ? 'refuse' : 'open'),
      rest: (url) => (isBlocked(url) ? 451 : 200),
    });
    const found = (await run()).endpoints.map(({ url, fault }) => [isBlocked(url), fault]);
    expect(found.every(([blocked, fault]) => fault === (blocked ? 'blocked' : null))).toBe(true);
  });

  it('is that the exchange is down, where it says 503', async () => {
    const { run } = createReadinessFixture({ socket: () => 'refuse', rest: () => 503 });
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual(['exchange-down']);
    expect(report.endpoints.at(-1)?.detail).toContain('status 503');
  });

  it('is that the exchange is down, where nothing answers an online device', async () => {
    const { run } = createReadinessFixture({ socket: () => 'refuse', rest: () => 'fail' });
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual(['exchange-down']);
    expect(faultsOf(report, 'rest')).toEqual(['exchange-down']);
  });

  it('is REST alone, where streams open', async () => {
    const { run } = createReadinessFixture({ rest: () => 'fail', isOnline: false });
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual([null]);
    expect(faultsOf(report, 'rest')).toEqual(['exchange-down']);
  });

  it('is that sockets are blocked here, where REST works', async () => {
    const { run } = createReadinessFixture({ socket: () => 'refuse' });
    const report = await run();
    expect(faultsOf(report, 'stream')).toEqual(['sockets-blocked']);
    expect(faultsOf(report, 'rest')).toEqual([null]);
  });

  it('is the address alone, where others of its kind work', async () => {
    const { run } = createReadinessFixture({
      socket: (url) => (url.includes(':9443') ? 'hang' : 'open'),
      rest: (url) => (url.includes('api4') ? 'fail' : 200),
    });
    const report = await run();
    const [first] = report.endpoints;
    expect(first).toMatchObject({ fault: 'address', detail: 'no answer within 8 s' });
    expect(faultsOf(report, 'stream')).toEqual(['address', null]);
    expect(report.endpoints.at(-1)?.fault).toBe('address');
  });

  it('is that something else answers in the place of the exchange', async () => {
    const { run } = createReadinessFixture({ rest: () => 404, socket: () => 'refuse' });
    const report = await run();
    expect(faultsOf(report, 'rest')).toEqual(['unexpected']);
    expect(faultsOf(report, 'stream')).toEqual(['sockets-blocked']);
  });
});
