/** `npm run soak`: see README.md. */
import { writeFileSync } from 'node:fs';
import { serveApp } from './app-server.ts';
import { failuresOf } from './outcome.ts';
import { parseOptions, USAGE } from './options.ts';
import { soak } from './soak.ts';
import { soakTable } from './table.ts';

/** Runs the soak test; answers the exit code: 0 good, 1 not good. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(USAGE);
    return 0;
  }
  const options = parseOptions(args, Date.now() % 2 ** 32);
  const server = options.app === undefined ? await serveApp() : undefined;
  try {
    const outcome = await soak(options, options.app ?? server?.address ?? '', say);
    say(`\n${soakTable(outcome)}`);
    const failures = failuresOf(outcome);
    if (options.json !== undefined) {
      writeFileSync(options.json, `${JSON.stringify({ ...outcome, failures }, null, 2)}\n`);
    }
    return failures.length === 0 ? 0 : 1;
  } finally {
    server?.close();
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
