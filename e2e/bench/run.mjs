// The peers are installed on first use. The bench runs as a bundle, as the app does: Vite's own way
// of running TypeScript goes through an object for every imported name, which costs what is measured.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const bundle = `${root}.cache/bench/main.js`;

if (!existsSync(`${here}node_modules`)) {
  console.log('Installing what Tocsin is measured against …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', here], {
    stdio: 'inherit',
  });
}
await build({
  configFile: false,
  logLevel: 'warn',
  root,
  build: { ssr: `${here}main.ts`, outDir: `${root}.cache/bench`, target: 'es2022' },
});

const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', bundle, root, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 2;
