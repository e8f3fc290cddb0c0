/**
 * A computer with a browser whose tabs run the app as it is: real engine, real supervision of its
 * worker, real rules for ringing; only the world around them is simulated.
 */
import type { StartOptions } from '../../protocol/messages.ts';
import { createAir } from './air.ts';
import { createDiary } from './diary.ts';
import type { Diary } from './diary.ts';
import { createLockDesk } from './lock-desk.ts';
import type { MarketServer } from './market-server.ts';
import { createMemoryDisk } from './memory-disk.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { openSimulatedTab } from './simulated-tab.ts';
import type { SimulatedTab } from './simulated-tab.ts';
import type { TimeLine } from './time-line.ts';

export interface SimulatedBrowser {
  readonly disk: MemoryDisk;
  readonly diary: Diary;
  readonly tabs: readonly SimulatedTab[];
  openTab(options?: { readonly isVisible?: boolean; readonly build?: string }): SimulatedTab;
  /** Local time minus UTC, as it is from now on: a daylight change moves it. */
  setTimeZone(offsetMs: number): void;
  /** Told to the pages, as browsers do. */
  setOnline(isOnline: boolean): void;
  /** The computer sleeps until it is woken; nobody is told. */
  sleep(): void;
  /**
   * `timers`: see `Process.thaw`. `isTold`: the browser knows at once that its connections are gone;
   * otherwise they look open and stay silent.
   */
  wake(how: { readonly timers: 'late' | 'paused'; readonly isTold: boolean }): void;
}

/** Without a pong for so long the exchange closes a connection. */
const PONG_TIMEOUT_MS = 60_000;
const DAY_MS = 86_400_000;

export function createSimulatedBrowser(parts: {
  readonly line: TimeLine;
  readonly server: MarketServer;
  readonly random: () => number;
  readonly options: StartOptions;
}): SimulatedBrowser {
  const { line, server, random, options } = parts;
  const disk = createMemoryDisk(line);
  const locks = createLockDesk();
  const air = createAir();
  const tabs = new Set<SimulatedTab>();
  const diary = createDiary();
  let isOnline = true;
  let isAsleep = false;
  let timeZoneMs = 0;
  let tabsOpened = 0;

  const setReachable = (isReachable: boolean): void => {
    if (isReachable) return;
    for (const connection of server.connections) connection.deafen();
  };

  return {
    disk,
    diary,
    get tabs() {
      return [...tabs];
    },
    openTab({ isVisible = false, build = 'this build' } = {}) {
      const tab = openSimulatedTab({
        name: `tab-${++tabsOpened}`,
        line,
        server,
        random,
        options,
        isVisible,
        build,
        isReachable: () => isOnline && !isAsleep,
        isOnline: () => isOnline,
        startOfDay: (time) => time - ((time + timeZoneMs) % DAY_MS),
        disk,
        locks,
        air,
        diary,
        onGone: () => void tabs.delete(tab),
      });
      tabs.add(tab);
      return tab;
    },
    setTimeZone(offsetMs) {
      timeZoneMs = offsetMs;
    },
    setOnline(next) {
      if (next === isOnline) return;
      isOnline = next;
      setReachable(next);
      const reason = next ? 'online' : 'offline';
      for (const tab of tabs) tab.tellPage({ type: 'wake', reason });
    },
    sleep() {
      isAsleep = true;
      const connections = server.connections;
      for (const tab of tabs) tab.freezeNow();
      line.after(PONG_TIMEOUT_MS, () => {
        if (isAsleep) for (const connection of connections) connection.deafen();
      });
    },
    wake({ timers, isTold }) {
      isAsleep = false;
      for (const connection of server.connections) {
        if (isTold) connection.breakOff();
      }
      for (const tab of tabs) tab.thawNow(timers);
    },
  };
}
