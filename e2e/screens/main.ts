/**
 * `npm run screens`: pictures of the built app in every state that it has, at four widths and in both
 * themes, with a page (`index.html`) that shows them side by side. They are made to be looked at.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { serveBuiltApp } from '../built-app.ts';
import type { BuiltApp } from '../built-app.ts';
import { findBrowser } from '../find-browser.mjs';
import { parseOptions, USAGE } from './options.ts';
import type { ScreensOptions } from './options.ts';
import { album } from './album.ts';
import { createPhotographer } from './photographer.ts';
import { EXHIBITS, exhibit } from './showcase.ts';
import type { State } from './state.ts';
import { STATES } from './states/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat(
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
);

/** Makes the pictures; answers the exit code: 0 when there is one of everything that was asked for. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(USAGE);
  const options = parseOptions(args);
  const { names } = options;
  const states = STATES.filter(
    ({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)),
  );
  if (options.isList) return say(states.map(({ name }) => name).join('\n'));
  if (states.length === 0) throw new Error(`no state has a name like ${names.join(', ')}`);
  const temporary = await mkdtemp(join(tmpdir(), 'tocsin-screens-'));
  const built = options.built === undefined ? join(temporary, 'dist') : resolve(options.built);
  try {
    if (options.built === undefined) await buildInto(built);
    const app = await serveBuiltApp(built);
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      channel: 'chromium',
      args: FLAGS,
      ...(executablePath ? { executablePath } : {}),
    });
    try {
      if (options.isShowcase) return await showcase({ browser, app, root: ROOT });
      return await photograph(states, options, { browser, app });
    } finally {
      await browser.close();
      await app.close();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Every state at every width and in every theme, into a folder. */
async function photograph(
  states: readonly State[],
  options: ScreensOptions,
  parts: { readonly browser: Browser; readonly app: BuiltApp },
): Promise<number> {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const shoot = createPhotographer({ ...options, ...parts, folder });
  const failures = await inParallel(states, options.jobs, async (state) => {
    const failure = await shoot(state);
    say(failure === null ? `  ${state.name}` : `✗ ${state.name}: ${failure}`);
    return failure;
  });
  await writeFile(join(folder, 'index.html'), album(states, options));
  const failed = failures.filter((failure) => failure !== null).length;
  say(`\n${states.length - failed} of ${states.length} states are in ${folder}`);
  return failed === 0 ? 0 : 1;
}

/** What the repository shows of itself, in its place. */
async function showcase(parts: Parameters<typeof exhibit>[1]): Promise<number> {
  for (const each of EXHIBITS) {
    // oxlint-disable-next-line no-await-in-loop -- one after another disturbs none of them
    await exhibit(each, parts);
    say(`  ${each.file}`);
  }
  return 0;
}

async function buildInto(outDir: string): Promise<void> {
  say('Building the app…');
  await build({ root: ROOT, logLevel: 'error', build: { outDir, emptyOutDir: true } });
}

/** Does `work` with every item, so many at a time; answers in the order of the items. */
async function inParallel<Item, Outcome>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- one after another is the point
    for (const [index, item] of waiting) outcomes[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return outcomes;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
