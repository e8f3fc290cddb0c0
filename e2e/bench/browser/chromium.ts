/**
 * A Chromium without any debugging connection: through one, every frame of a worker's socket would go
 * a second time. It opens one address; what the page finds out it posts to the bench's own server.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processTree, threadsOf, usedBetween } from './processes.ts';
import type { ThreadUse } from './processes.ts';

export interface BareBrowser {
  /** CPU of all its threads while the work goes on. */
  useDuring(work: () => Promise<unknown>): Promise<readonly ThreadUse[]>;
  /** How far its threads have come. */
  threads(): readonly ThreadUse[];
  close(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A tab is opened by a page, without a click.
  '--disable-popup-blocking',
  '--window-size=1440,900',
  // A page that asks for its memory is told at once, after a collection, not within minutes.
  '--enable-blink-features=ForceEagerMeasureMemory',
];

/** `profile`: of an earlier browser, for a warm cache and what was stored. */
export async function openBareBrowser(address: string, profile?: string): Promise<BareBrowser> {
  // Brings Playwright with it, which slows down the rows without a browser.
  const { findBrowser } = await import('../../find-browser.mjs');
  const executable = findBrowser();
  if (executable === undefined) throw new Error('no Chromium: run e2e/ensure-browser.mjs');
  const folder = profile ?? (await makeProfile());
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${folder}`, address], {
    stdio: 'ignore',
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable} does not start`);
  const threads = (): readonly ThreadUse[] => threadsOf(processTree(pid));
  return {
    threads,
    async useDuring(work) {
      const before = threads();
      await work();
      return usedBetween(before, threads());
    },
    async close() {
      const isGone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await isGone;
      if (profile === undefined) await removeProfile(folder);
    },
  };
}

export function makeProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'tocsin-bench-'));
}

/** Its last processes may still be writing. */
export function removeProfile(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** The renderer of the page that has a worker. */
export function workerThread(threads: readonly ThreadUse[]): ThreadUse {
  const workers = threads.filter(({ name }) => name.startsWith('DedicatedWorker'));
  const [busiest] = workers.toSorted((one, other) => other.ms - one.ms);
  if (busiest === undefined) throw new Error('no page with a worker');
  return busiest;
}

/** The main thread of that page. */
export function mainThread(threads: readonly ThreadUse[]): ThreadUse {
  const { pid } = workerThread(threads);
  const main = threads.find(({ tid }) => tid === pid);
  if (main === undefined) throw new Error('a process without a main thread');
  return main;
}

/** The main thread of the page that works most, with a worker or without. */
export function busiestMainThread(threads: readonly ThreadUse[]): ThreadUse {
  const renderers = new Set(
    threads.filter(({ name }) => name === 'Compositor').map(({ pid }) => pid),
  );
  const mains = threads.filter(({ pid, tid }) => pid === tid && renderers.has(pid));
  const [busiest] = mains.toSorted((one, other) => other.ms - one.ms);
  if (busiest === undefined) throw new Error('no page that draws');
  return busiest;
}
