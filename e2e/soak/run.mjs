// Node 20 does not run TypeScript by itself; Vite, which the project has anyway, does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('main.ts', import.meta.url)), {
  configFile: false,
});

try {
  process.exitCode = await module.main(process.argv.slice(2));
} catch (error) {
  console.error(`The soak test did not run. ${error.message}`);
  process.exitCode = 2;
}
