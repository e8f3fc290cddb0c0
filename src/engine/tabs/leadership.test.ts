import { describe, expect, it } from 'vitest';
import { settle } from '../../testing/fake-clock.ts';
import { createFakeLocks } from '../../testing/fake-locks.ts';
import { electLeader } from './leadership.ts';
import type { LockPort } from './leadership.ts';

function joinElection(locks: LockPort | undefined, name = 'tocsin') {
  const log: string[] = [];
  const { resign } = electLeader({
    locks,
    name,
    onLead: () => log.push('leads'),
    onMissing: (reason) => log.push(reason),
  });
  return { log, resign };
}

describe('electLeader', () => {
  it('of several tabs, the first leads and the others wait', async () => {
    const locks = createFakeLocks();
    const tabs = [1, 2, 3].map(() => joinElection(locks.openTab()));
    await settle();
    expect(tabs.map(({ log }) => log)).toEqual([['leads'], [], []]);
  });

  it('tabs of another feed have a leader of their own', async () => {
    const locks = createFakeLocks();
    const real = joinElection(locks.openTab(), 'tocsin');
    const demo = joinElection(locks.openTab(), 'tocsin-demo');
    await settle();
    expect([real.log, demo.log]).toEqual([['leads'], ['leads']]);
  });

  it('when the leader crashes, the next tab leads, and one only', async () => {
    const locks = createFakeLocks();
    const first = locks.openTab();
    joinElection(first);
    const [second, third] = [joinElection(locks.openTab()), joinElection(locks.openTab())];
    await settle();
    first.crash();
    await settle();
    expect([second.log, third.log]).toEqual([['leads'], []]);
  });

  it('a leader that resigns makes way', async () => {
    const locks = createFakeLocks();
    const first = joinElection(locks.openTab());
    const second = joinElection(locks.openTab());
    await settle();
    first.resign();
    await settle();
    expect(second.log).toEqual(['leads']);
  });

  it('a tab that resigns while it waits never leads, and holds up nobody', async () => {
    const locks = createFakeLocks();
    const [first, second, third] = [1, 2, 3].map(() => joinElection(locks.openTab()));
    await settle();
    second?.resign();
    first?.resign();
    await settle();
    expect(second?.log).toEqual([]);
    expect(third?.log).toEqual(['leads']);
  });

  it('without Web Locks every tab leads, and says what is missing', () => {
    expect(joinElection(undefined).log).toEqual(['this browser has no Web Locks', 'leads']);
  });

  it('a refused request leads too, and says why', async () => {
    const { log } = joinElection({ request: () => Promise.reject(new Error('SecurityError')) });
    expect(log).toEqual([]);
    await settle();
    expect(log).toEqual(['Error: SecurityError', 'leads']);
  });

  it('a request that is refused after the tab resigned does nothing', async () => {
    const election = joinElection({ request: () => Promise.reject(new Error('SecurityError')) });
    election.resign();
    await settle();
    expect(election.log).toEqual([]);
  });
});
