/**
 * A Chromium as a user has it: pages that are not in front are really hidden, which Playwright's own
 * contexts keep from happening.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';
import { test as base } from './fixtures.ts';

export { expect } from '@playwright/test';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

interface RealBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openRealBrowser(origin: string): Promise<RealBrowser> {
  const executable = findBrowser();
  if (!executable) throw new Error('no Chromium: run e2e/ensure-browser.mjs');
  const profile = await mkdtemp(join(tmpdir(), 'tocsin-'));
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      const [, url] = /DevTools listening on (ws:\S+)/.exec(log) ?? [];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${log}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no default context');
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.grantPermissions', { origin, permissions: ['notifications'] });
  return {
    context,
    async close() {
      const isGone = new Promise((resolve) => child.once('exit', resolve));
      await browser.close();
      child.kill();
      await isGone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As `test`, with the context of a real browser that allows notifications. */
export const test = base.extend<{ readonly real: BrowserContext }>({
  real: async ({ baseURL }, use) => {
    const browser = await openRealBrowser(new URL(baseURL ?? '').origin);
    await use(browser.context);
    await browser.close();
  },
});
