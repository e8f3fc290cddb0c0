import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Serves the built app, as `npm start` does; another port than that and the tests use. */
const PORT = 4184;
const PATIENCE_MS = 20_000;

export interface AppServer {
  readonly address: string;
  close(): void;
}

/** @throws Error when it does not answer in time, or is not there */
export async function serveApp(): Promise<AppServer> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'preview'], {
    cwd: root,
    env: { ...process.env, PORT: String(PORT) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://localhost:${PORT}/`;
  const until = Date.now() + PATIENCE_MS;
  /* oxlint-disable no-await-in-loop -- it is asked until it answers */
  while (!(await answers(address))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill();
      throw new Error(`the built app is not served at ${address}: has it been built?`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  /* oxlint-enable no-await-in-loop */
  return { address, close: () => void child.kill() };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
