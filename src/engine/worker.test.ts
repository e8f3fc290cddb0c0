import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, EngineEvent, StartOptions } from '../protocol/messages.ts';
import { START } from '../testing/engine-bench.ts';

let connected: string[];
let posted: EngineEvent[];

class FakeWebSocket extends EventTarget {
  constructor(url: string) {
    super();
    connected.push(url);
  }
  close(): void {}
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The worker's module as a browser runs it; the exchange never answers. */
async function startWorker(options: StartOptions = START): Promise<(command: Command) => void> {
  connected = [];
  posted = [];
  const worker: { onmessage?: (event: { data: Command }) => void } & Record<string, unknown> = {
    postMessage: (event: EngineEvent) => posted.push(event),
    addEventListener: () => undefined,
  };
  vi.stubGlobal('self', worker);
  vi.resetModules();
  await import('./worker.ts');
  const send = (command: Command) => worker.onmessage?.({ data: command });
  send({ type: 'start', options, isVisible: true });
  return send;
}

function firstConnection(): Promise<string> {
  return vi.waitFor(() => {
    const [url] = connected;
    if (url === undefined) throw new Error(`no connection after ${JSON.stringify(posted)}`);
    return url;
  });
}

function refused(): readonly EngineEvent[] {
  return posted.filter(({ type }) => type === 'refused' || type === 'engineFailed');
}

describe('the engine’s worker', () => {
  it('connects to the exchange that it knows', async () => {
    await startWorker();
    expect(await firstConnection()).toMatch(/^wss:\/\/stream\.binance\.com/);
    expect(refused()).toEqual([]);
  });

  it('connects to the local exchange with which the page was opened', async () => {
    const local = { streamUrl: 'ws://127.0.0.1:9080', restUrl: 'http://127.0.0.1:9080' };
    await startWorker({ ...START, local });
    expect(await firstConnection()).toMatch(/^ws:\/\/127\.0\.0\.1:9080\//);
    expect(refused()).toEqual([]);
  });

  it('connects to a custom exchange as soon as it is entered, and on the next start', async () => {
    const send = await startWorker();
    await firstConnection();
    connected = [];
    const changes = {
      venue: 'custom',
      customStreamUrl: 'wss://stream.mine.example',
      customRestUrl: 'https://api.mine.example',
    };
    send({ type: 'changeSettings', changes });
    expect(await firstConnection()).toMatch(/^wss:\/\/stream\.mine\.example\//);
    expect(refused()).toEqual([]);
    await startWorker();
    expect(await firstConnection()).toMatch(/^wss:\/\/stream\.mine\.example\//);
    expect(refused()).toEqual([]);
  });

  it('connects to nobody when what is called local is elsewhere', async () => {
    const local = { streamUrl: 'wss://evil.example', restUrl: 'https://evil.example' };
    await startWorker({ ...START, local });
    await vi.waitFor(() => expect(refused()).not.toEqual([]));
    expect(connected).toEqual([]);
  });
});
