/**
 * The bench's own server: the app and the pages that it is compared with, both with the app's security
 * headers, and a door through which pages report.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { securityHeaders } from '../../../src/sw/security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const PATIENCE_MS = 60_000;
const ISOLATION = { 'Cross-Origin-Embedder-Policy': 'require-corp' };

export interface Host {
  readonly address: string;
  /** The next report of that name. */
  report<Content>(name: string, patienceMs?: number): Promise<Content>;
  /** To be sent to pages that ask for a command of that name. */
  command(name: string): void;
  close(): Promise<void>;
}

/**
 * `folders`: by the first part of the path. Every page gets the probe. `isIsolated`: from other origins, as
 * browsers want it before they tell a page its memory.
 */
export async function openHost(
  folders: Readonly<Record<string, string>>,
  isIsolated = false,
): Promise<Host> {
  const headers = isIsolated ? { ...securityHeaders, ...ISOLATION } : securityHeaders;
  const waiting = new Map<string, (content: unknown) => void>();
  const early = new Map<string, unknown>();
  const commands = new Map<string, () => void>();
  /** Given before a page asked. */
  const pending = new Set<string>();

  const receive = (name: string, content: unknown): void => {
    const take = waiting.get(name);
    if (take) take(content);
    else early.set(name, content);
  };

  const serve = async (pathname: string): Promise<{ body: Buffer | string; type: string }> => {
    const [, place = '', ...rest] = pathname.split('/');
    const folder = folders[place];
    if (folder === undefined) throw new Error(pathname);
    const name = normalize(`/${rest.join('/') || 'index.html'}`);
    const body = await readFile(join(folder, name));
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    return { body: name.endsWith('.html') ? withProbe(body.toString()) : body, type };
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, door, name = ''] = pathname.split('/');
    if (door === 'report') {
      void readBody(request).then((text) => {
        receive(name, JSON.parse(text));
        response.writeHead(204).end();
      });
    } else if (door === 'command') {
      const obey = (): void => void response.writeHead(204).end();
      if (pending.delete(name)) obey();
      else commands.set(name, obey);
    } else {
      serve(pathname).then(
        ({ body, type }) => {
          const isHashed = pathname.includes('/assets/');
          const cache = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
          response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': cache });
          response.end(body);
        },
        () => response.writeHead(404).end(),
      );
    }
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

  return {
    address: `http://localhost:${port}`,
    report<Content>(name: string, patienceMs = PATIENCE_MS) {
      return new Promise<Content>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(name);
          reject(new Error(`no page has reported "${name}"`));
        }, patienceMs);
        const take = (content: unknown): void => {
          clearTimeout(timer);
          waiting.delete(name);
          early.delete(name);
          resolve(content as Content);
        };
        if (early.has(name)) take(early.get(name));
        else waiting.set(name, take);
      });
    },
    command(name) {
      const obey = commands.get(name);
      if (obey === undefined) pending.add(name);
      else obey();
      commands.delete(name);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Before the page's own script. */
function withProbe(html: string): string {
  return html.replace('<script', '<script src="/pages/probe.js"></script><script');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
