/** The built app on a server of a test's own, so that a newer version can be put in its place. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { securityHeaders } from '../src/sw/security-headers.ts';

const FOLDER = fileURLToPath(new URL('../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface BuiltApp {
  readonly address: string;
  /** From now on the service worker is another one. */
  publishUpdate(): void;
  close(): Promise<void>;
}

/** Serves what was built into `folder`. */
export async function serveBuiltApp(folder = FOLDER): Promise<BuiltApp> {
  let version = 1;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = normalize(pathname === '/' ? '/index.html' : pathname);
    readFile(join(folder, name)).then(
      (content) => {
        const type = TYPES[extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, {
          ...securityHeaders,
          'content-type': type,
          'cache-control': 'no-cache',
        });
        response.write(content);
        response.end(name === '/service-worker.js' ? `\n// version ${version}\n` : '');
      },
      () => response.writeHead(404).end(),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    address: `http://localhost:${port}/`,
    publishUpdate: () => void version++,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
