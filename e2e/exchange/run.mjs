// Node 20 does not run TypeScript by itself; Vite, which the project has anyway, does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('main.ts', import.meta.url)), {
  configFile: false,
});

try {
  await module.main();
} catch (error) {
  console.error(`The exchange did not start. ${error.message}`);
  process.exitCode = 1;
}
