import type { Clock, OpenSocket, Timer } from '../binance/ports.ts';
import { parseJson } from '../binance/parse-json.ts';
import { SLOT_MS } from './demo-frames.ts';
import type { DemoMarket } from './demo-market.ts';
import { readDemoStream } from './demo-stream.ts';
import type { DemoStream } from './demo-stream.ts';

/*
 * Guarantees: only what is subscribed is generated; every closed candle is sent once; a socket that
 * slept (a suspended tab) for longer than 30 s is dropped, as at a real exchange, so that whoever
 * listens reconnects and fills the gap.
 */

export interface DemoSocketOptions {
  readonly clock: Clock;
  /** By symbol. */
  readonly markets: ReadonlyMap<string, DemoMarket>;
}

const OPEN_DELAY_MS = 40;
const REPLY_DELAY_MS = 20;
const LONGEST_SLEEP_MS = 30_000;
const ABNORMAL_CLOSURE = 1006;

/** Speaks as Binance's stream server does, on any base address: `/stream?streams=a/b`, `/ws/a`. */
export function createDemoSockets({ clock, markets }: DemoSocketOptions): OpenSocket {
  return (url, handlers) => {
    const streams = new Map<string, DemoStream | null>();
    const isCombined = /\/stream(?:\?|$)/.test(url);
    let timer: Timer | null = null;
    let isOpen = false;
    let isOver = false;
    let lastSlot = 0;

    const subscribe = (name: string): void => {
      if (name !== '' && !streams.has(name)) streams.set(name, readDemoStream(name, markets));
    };

    const end = (code: number, reason: string): void => {
      if (isOver) return;
      isOver = true;
      timer?.cancel();
      handlers.onClose(code, reason);
    };

    const tick = (): void => {
      const slot = Math.floor(clock.now() / SLOT_MS);
      const slept = Math.abs(slot - lastSlot) * SLOT_MS;
      if (slept > LONGEST_SLEEP_MS) {
        end(ABNORMAL_CLOSURE, '');
        return;
      }
      const from = lastSlot;
      lastSlot = Math.max(slot, lastSlot);
      wait();
      for (const [name, stream] of streams) {
        if (!stream) continue;
        for (const data of stream(from, lastSlot)) {
          if (isOver) return;
          handlers.onText(JSON.stringify(isCombined ? { stream: name, data } : data));
        }
      }
    };

    const wait = (): void => {
      timer = clock.setTimer(tick, SLOT_MS - (clock.now() % SLOT_MS));
    };

    for (const name of streamsOf(url)) subscribe(name);
    timer = clock.setTimer(() => {
      isOpen = true;
      lastSlot = Math.floor(clock.now() / SLOT_MS);
      wait();
      handlers.onOpen();
    }, OPEN_DELAY_MS);

    return {
      send(text) {
        if (!isOpen || isOver) return;
        const reply = answer(text, streams, subscribe);
        clock.setTimer(() => {
          if (!isOver) handlers.onText(JSON.stringify(reply));
        }, REPLY_DELAY_MS);
      },
      close() {
        clock.setTimer(() => end(1000, ''), 0);
      },
    };
  };
}

/** Carries out a request of the client's and gives the reply. */
function answer(
  text: string,
  streams: Map<string, DemoStream | null>,
  subscribe: (name: string) => void,
): object {
  const request = parseJson(text);
  if (typeof request !== 'object' || request === null) {
    return { error: { code: 3, msg: 'Invalid JSON: expected value at line 1 column 1' } };
  }
  const { method, params, id }: { method?: unknown; params?: unknown; id?: unknown } = request;
  const names = Array.isArray(params) ? params.filter((name) => typeof name === 'string') : [];
  switch (method) {
    case 'SUBSCRIBE':
      for (const name of names) subscribe(name);
      return { result: null, id };
    case 'UNSUBSCRIBE':
      for (const name of names) streams.delete(name);
      return { result: null, id };
    case 'LIST_SUBSCRIPTIONS':
      return { result: [...streams.keys()], id };
    default:
      return { error: { code: 2, msg: 'Invalid request: unknown method' }, id };
  }
}

function streamsOf(url: string): string[] {
  const list = /\/ws\/([^?]*)|[?&]streams=([^&]*)/.exec(url);
  return (list?.[1] ?? list?.[2] ?? '').split('/');
}
