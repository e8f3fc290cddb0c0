import { createExchange } from './exchange.ts';

const DEFAULT_PORT = 9080;

/** Port from the environment's PORT; complains about anything that is not one. */
function portFrom(text: string | undefined): number {
  const port = text === undefined || text === '' ? DEFAULT_PORT : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(
      `PORT: "${text}" is not a port; allowed is a whole number from 0 to 65535`,
    );
  }
  return port;
}

/** Starts an exchange whose market moves by itself, and says how to use it. */
export async function main(): Promise<void> {
  const exchange = await createExchange({ port: portFrom(process.env['PORT']) });
  exchange.startLive();
  const { streamUrl, restUrl } = exchange;
  console.log(`The exchange for tests listens on ${restUrl}; its market is invented.

  Open the app against it:  http://localhost:4173/?stream=${streamUrl}&rest=${restUrl}
  Break it on command:      curl -H 'content-type: application/json' -d '{"command":"terminateAll"}' ${restUrl}/__control
  See what clients did:     curl ${restUrl}/__control
  All commands:             e2e/exchange/README.md
  Stop it:                  Ctrl+C`);
}
