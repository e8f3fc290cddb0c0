import { describe, expect, it } from 'vitest';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import type { FakeClock } from '../../testing/fake-clock.ts';
import { createFakeLocks } from '../../testing/fake-locks.ts';
import { joinElection } from './leadership.ts';
import type { Leadership, LockPort } from './leadership.ts';

interface Tab {
  readonly clock: FakeClock;
  readonly log: string[];
  readonly election: Leadership;
}

/** Tabs with a clock each; what a leader says is heard by all others at once. */
function createTabs() {
  const locks = createFakeLocks();
  const tabs: Tab[] = [];

  const join = (port: LockPort | undefined, name = 'tocsin'): Tab => {
    const clock = createFakeClock();
    const log: string[] = [];
    const election = joinElection({
      clock,
      random: () => tabs.length / 10,
      locks: port,
      name,
      onLead: () => log.push('leads'),
      onDeposed: () => log.push('deposed'),
      beat: () => {
        for (const other of tabs) if (other.clock !== clock) other.election.heardLeader();
      },
      onSure: () => log.push('sure'),
      onMissing: (reason) => log.push(reason),
    });
    const tab = { clock, log, election };
    tabs.push(tab);
    return tab;
  };

  /** Time passes for these tabs in steps; the others are frozen. */
  const live = async (living: readonly Tab[], ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      for (const { clock } of living) await clock.advanceAsync(100);
    }
  };
  return { locks, join, live };
}

describe('an election', () => {
  it('of several tabs, the first leads and the others wait', async () => {
    const { locks, join, live } = createTabs();
    const tabs = [1, 2, 3].map(() => join(locks.openTab()));
    await live(tabs, 10_000);
    expect(tabs.map(({ log }) => log)).toEqual([['leads'], [], []]);
    expect(tabs.map(({ election }) => election.isSure())).toEqual([true, false, false]);
  });

  it('tabs of another feed have a leader of their own', async () => {
    const { locks, join } = createTabs();
    const real = join(locks.openTab(), 'tocsin');
    const demo = join(locks.openTab(), 'tocsin-demo');
    await settle();
    expect([real.log, demo.log]).toEqual([['leads'], ['leads']]);
  });

  it('when the leader crashes, the next tab leads at once, and one only', async () => {
    const { locks, join } = createTabs();
    const first = locks.openTab();
    join(first);
    const [second, third] = [join(locks.openTab()), join(locks.openTab())];
    await settle();
    first.crash();
    await settle();
    expect([second.log, third.log]).toEqual([['leads'], []]);
  });

  it('a leader that resigns makes way', async () => {
    const { locks, join } = createTabs();
    const [first, second] = [join(locks.openTab()), join(locks.openTab())];
    await settle();
    first.election.resign();
    await settle();
    expect(second.log).toEqual(['leads']);
  });

  it('a tab that resigns while it waits never leads, and holds up nobody', async () => {
    const { locks, join, live } = createTabs();
    const [first, second, third] = [1, 2, 3].map(() => join(locks.openTab()));
    await settle();
    second?.election.resign();
    first?.election.resign();
    await live(
      [second, third].flatMap((tab) => tab ?? []),
      5_000,
    );
    expect(second?.log).toEqual([]);
    expect(third?.log).toEqual(['leads']);
  });

  it('without Web Locks every tab leads, and says what is missing', () => {
    const { join } = createTabs();
    expect(join(undefined).log).toEqual(['leads', 'this browser has no Web Locks']);
  });

  it('a refused request leads too, and says why', async () => {
    const { join } = createTabs();
    const { log } = join({ request: () => Promise.reject(new Error('SecurityError')) });
    expect(log).toEqual([]);
    await settle();
    expect(log).toEqual(['leads', 'Error: SecurityError']);
  });

  it('a request that is refused again and again as if the lock were stolen leads too', async () => {
    const { join, live } = createTabs();
    const tab = join({ request: () => Promise.reject(new DOMException('no', 'AbortError')) });
    await live([tab], 5_000);
    expect(tab.log).toEqual(['leads', 'AbortError: no']);
  });

  it('a request that is refused after the tab resigned does nothing', async () => {
    const { join } = createTabs();
    const tab = join({ request: () => Promise.reject(new Error('SecurityError')) });
    tab.election.resign();
    await settle();
    expect(tab.log).toEqual([]);
  });
});

describe('a leader that is frozen', () => {
  it('loses the lock within two seconds to one of the others, and hears of it', async () => {
    const { locks, join, live } = createTabs();
    const [first, second, third] = [1, 2, 3].map(() => join(locks.openTab()));
    if (!first || !second || !third) throw new Error('three tabs were opened');
    await live([first, second, third], 3_000);
    await live([second, third], 2_000);
    expect([second.log, third.log].flat()).toEqual(['leads']);
    expect(first.log).toEqual(['leads', 'deposed']);
    await live([first, second, third], 20_000);
    expect([first.log, second.log, third.log].flat()).toHaveLength(3);
  });

  it.each(['never', 'late'])(
    'loses it to one of two that steal at once, of which the other is told of that %s',
    async (told) => {
      const { join, live } = createTabs();
      const robbed: (() => Promise<void>)[] = [];
      const tab = join({
        request(_, { steal }, hold) {
          if (!steal) return new Promise(() => undefined);
          robbed.push(hold);
          return Promise.reject(new DOMException('stolen', 'AbortError'));
        },
      });
      for (let round = 1; round < 5; round++) {
        await live([tab], 2_000);
        expect(robbed).toHaveLength(round);
        if (told === 'late') await robbed.at(-1)?.();
        tab.election.heardLeader();
      }
      expect(tab.log).toEqual([]);
    },
  );

  it('leads again when the one that took over closes', async () => {
    const { locks, join, live } = createTabs();
    const second = locks.openTab();
    const first = join(locks.openTab());
    const thief = join(second);
    await live([first, thief], 1_000);
    await live([thief], 2_000);
    expect(thief.log).toEqual(['leads']);
    second.crash();
    await live([first], 1_000);
    expect(first.log).toEqual(['leads', 'deposed', 'leads']);
  });

  it('and that wakes up does not trust itself before it has had time to hear the news', async () => {
    const { locks, join, live } = createTabs();
    const only = join(locks.openTab());
    await live([only], 1_000);
    expect(only.election.isSure()).toBe(true);
    only.clock.jump(600_000);
    expect(only.election.isSure()).toBe(false);
    await live([only], 400);
    expect(only.election.isSure()).toBe(false);
    await live([only], 600);
    expect(only.election.isSure()).toBe(true);
    expect(only.log).toEqual(['leads', 'sure']);
  });
});
