/** The app and the pages that it is compared with, as they would be served. Built once a run. */
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Folders by the name under which they are served. */
export type Built = Readonly<Record<'app' | 'pages' | 'tickers', string>>;

let built: Promise<Built> | undefined;

export function buildAll(root: string): Promise<Built> {
  built ??= buildNow(root);
  return built;
}

const PAGES = [
  'blank',
  'empty-handler',
  'empty-preact',
  'polling',
  'table',
  'own-list',
  'own-chart',
  'lightweight',
  'texts',
];

async function buildNow(root: string): Promise<Built> {
  // Not before it is needed: in the process it slows down the rows without a browser.
  const { build } = await import('vite');
  const folder = (name: string): string => join(root, '.cache/bench', name);
  const source = join(root, 'e2e/bench/pages');
  const outDir = folder('pages');
  const common = { configFile: false, logLevel: 'error', root: source } as const;
  await build({
    ...common,
    base: '/pages/',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { input: PAGES.map((name) => join(source, `${name}.html`)) },
    },
  });
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: join(source, 'probe.ts'),
        formats: ['iife'],
        name: 'probe',
        fileName: () => 'probe.js',
      },
    },
  });
  const app = { root, logLevel: 'error' } as const;
  await build({ ...app, build: { outDir: folder('app'), emptyOutDir: true } });
  await build({
    ...app,
    plugins: [oneTickerEach()],
    build: { outDir: folder('tickers'), emptyOutDir: true },
  });
  return { app: folder('app'), pages: outDir, tickers: folder('tickers') };
}

const DIET = /const others: Feed = [^;]*;/;

/** The same app with one ticker stream per symbol in place of the whole market's array. */
function oneTickerEach(): Plugin {
  let isDone = false;
  return {
    name: 'one-ticker-each',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('stream-plan.ts')) return undefined;
      if (!DIET.test(code)) throw new Error('the stream plan is not as the bench knows it');
      isDone = true;
      return code.replace(DIET, "const others: Feed = 'ticker';");
    },
    buildEnd() {
      if (!isDone) throw new Error('the app asks for the array as ever');
    },
  };
}
