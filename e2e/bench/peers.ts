/**
 * The peers, from a package of the bench's own: typed here as far as they are used, since the project
 * is compiled without them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type PeerName =
  'binance' | 'ccxt' | 'trading-signals' | 'technicalindicators' | 'lightweight-charts';

/** What the caller says it is: nothing checks it but the bench's own run. */
export async function loadPeer<Module>(root: string, name: PeerName): Promise<Module> {
  const { resolve } = createRequire(join(folderOf(root), 'package.json'));
  const module = (await import(pathToFileURL(resolve(name)).href)) as { readonly default?: Module };
  return module.default ?? (module as Module);
}

export function peerVersion(root: string, name: PeerName): string {
  const text = readFileSync(join(folderOf(root), 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function folderOf(root: string): string {
  return join(root, 'e2e/bench');
}
