/**
 * Prints how much JavaScript a visitor of the built app fetches, gzipped, and fails above the
 * limits. The first screen is what `index.html` names and everything that those files import
 * without being asked; the whole app is every file there is, worker and chart included, the service
 * worker not: it is fetched after the page, by the browser itself.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Bytes: what has been reached, rounded up, so that whatever grows it says so here. The first screen is
 * never to pass 60,000. Of the whole app a fifth is libraries, uPlot and decimal.js before all.
 */
export const LIMITS = { firstScreen: 50_000, wholeApp: 243_700 };

/** Texts of languages but English: a visitor fetches those of one at most. */
const LANGUAGE = /^(?:fr)-/;
const LISTED = 12;

/** Files that a page of HTML loads at once: its scripts and what it preloads of modules. */
export function scriptsOf(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /rel="?modulepreload\b/.test(tag))
    .flatMap((tag) => /(?:src|href)="?(?:\.\/)?([^"\s>]+\.js)/.exec(tag)?.[1] ?? []);
}

/** Files beside it that a built module imports by itself; `import()` is not among them. */
export function importsOf(code) {
  const found = code.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]*?from)?\s*["'`]\.\/([^"'`]+)["'`]/g,
  );
  return [...new Set([...found].map(([, name]) => name ?? ''))];
}

/** What is fetched of `files` (name → code) for the first screen of `html`, in the order found. */
export function firstScreenOf(html, files) {
  const fetched = new Set();
  const waiting = scriptsOf(html).map((path) => path.split('/').at(-1) ?? path);
  for (const name of waiting) {
    if (fetched.has(name)) continue;
    const code = files.get(name);
    if (code === undefined) throw new Error(`${name} is loaded by the page but was not built`);
    fetched.add(name);
    waiting.push(...importsOf(code));
  }
  return [...fetched];
}

/** Sizes in bytes of `files`, and of the parts that have a limit. */
export function measure(html, files) {
  const sizes = new Map(
    [...files].map(([name, code]) => [name, gzipSync(code, { level: 9 }).length]),
  );
  const sum = (names) => names.reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
  const names = [...files.keys()];
  return {
    firstScreen: sum(firstScreenOf(html, files)),
    wholeApp: sum(names.filter((name) => !LANGUAGE.test(name))),
    languages: sum(names.filter((name) => LANGUAGE.test(name))),
    largest: [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, LISTED),
  };
}

/** @returns {string} thousands of bytes with one decimal, never rounded below a limit passed */
function kilobytes(bytes) {
  return `${(Math.ceil(bytes / 100) / 10).toFixed(1)} kB`;
}

/** The measurement in words, and whether it keeps the limits. */
export function judge({ firstScreen, wholeApp, languages, largest }, limits = LIMITS) {
  const line = (label, bytes, limit) =>
    `${label.padEnd(14)}${kilobytes(bytes).padStart(9)} of ${kilobytes(limit)} allowed` +
    (bytes > limit ? `: ${kilobytes(bytes - limit)} too much` : '');
  const isFit = firstScreen <= limits.firstScreen && wholeApp <= limits.wholeApp;
  const words = [
    'JavaScript, gzipped:',
    line('First screen', firstScreen, limits.firstScreen),
    line('Whole app', wholeApp, limits.wholeApp),
    `${'Languages'.padEnd(14)}${kilobytes(languages).padStart(9)} besides English, fetched where spoken`,
    'The largest files:',
    ...largest.map(([name, bytes]) => `${kilobytes(bytes).padStart(12)}  ${name}`),
  ];
  return { isFit, words: words.join('\n') };
}

/** The built app in `folder`: its page, and its scripts by name. */
function readBuild(folder) {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const files = new Map(names.map((name) => [name, readFileSync(join(assets, name), 'utf8')]));
  return { html: readFileSync(join(folder, 'index.html'), 'utf8'), files };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
  const { html, files } = readBuild(folder);
  const { isFit, words } = judge(measure(html, files));
  console.log(words);
  if (!isFit) process.exitCode = 1;
}
