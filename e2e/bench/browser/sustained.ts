/**
 * How many frames a second the whole app takes when more are offered than it can: what is written to
 * the socket only goes on when the browser has read. Against a page whose worker has an empty handler.
 */
import { atLeast, atMost, median } from '../row.ts';
import type { Row } from '../row.ts';
import { workerThread } from './chromium.ts';
import { bookPayload, klinePayload, symbolNames, tickerPayload, tradePayload } from './market.ts';
import { encodeFrame } from './pump.ts';
import { openAppScene, openPageScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause, waitUntil } from './wait.ts';

const SYMBOLS = 100;
const FRAMES_IN_A_CHUNK = 1_000;
/** More than are taken in the time of a round. */
const CHUNKS = 160;
const WARM_UP_MS = 500;
const MEASURED_MS = 2_000;
/** What is still in the socket is read meanwhile. */
const REST_MS = 500;
const MINUTE_MS = 60_000;

export const sustainedRow: Row = {
  name: 'sustained',
  place: 'browser',
  async measure(tools) {
    const [app, page] = await Promise.all([
      openAppScene(tools, { listed: SYMBOLS, watched: SYMBOLS, intervals: '1m' }),
      openPageScene(tools, 'empty-handler'),
    ]);
    const rates: number[] = [];
    const costs: number[] = [];
    const taken = { app: [] as number[], empty: [] as number[] };
    /* oxlint-disable no-await-in-loop -- pairwise: one right after the other */
    try {
      await waitUntil('the empty handler listens', () => page.pump.subscriptions.size > 0);
      for (let round = 0; round < tools.rounds; round++) {
        const chunks = makeChunks(round);
        // In turns first: whichever comes second finds the machine warm.
        const isAppFirst = round % 2 === 0;
        const first = await flooded(isAppFirst ? app : page, chunks);
        const second = await flooded(isAppFirst ? page : app, chunks);
        const [ours, empty] = isAppFirst ? [first, second] : [second, first];
        rates.push(ours.perSecond / empty.perSecond);
        costs.push(ours.workerUs / empty.workerUs);
        taken.app.push(ours.perSecond);
        taken.empty.push(empty.perSecond);
        tools.say(
          `${Math.round(ours.perSecond)} : ${Math.round(empty.perSecond)} frames/s, ${ours.workerUs.toFixed(1)} : ${empty.workerUs.toFixed(1)} µs`,
        );
      }
    } finally {
      await app.close();
      await page.close();
    }
    /* oxlint-enable no-await-in-loop */
    return [
      {
        what: 'sustained frames, app : empty handler',
        rounds: rates,
        unit: '×',
        target: atLeast(0.93),
        note: `${Math.round(median(taken.app))} : ${Math.round(median(taken.empty))} frames/s`,
      },
      {
        what: 'CPU of the worker’s thread a frame, app : empty handler',
        rounds: costs,
        unit: '×',
        target: atMost(1.25),
      },
    ];
  },
};

interface Flooded {
  readonly perSecond: number;
  /** CPU of the worker's thread a frame. */
  readonly workerUs: number;
}

async function flooded({ browser, pump }: Scene, chunks: readonly Buffer[]): Promise<Flooded> {
  const stop = pump.flood(chunks, FRAMES_IN_A_CHUNK);
  await pause(WARM_UP_MS);
  const before = pump.framesSent;
  const start = performance.now();
  const used = await browser.useDuring(() => pause(MEASURED_MS));
  const frames = pump.framesSent - before;
  const seconds = (performance.now() - start) / 1000;
  stop();
  await pause(REST_MS);
  return { perSecond: frames / seconds, workerUs: (workerThread(used).ms * 1000) / frames };
}

/** Half trades, a third book tickers, the rest tickers and candles; none repeats another. */
function makeChunks(round: number): readonly Buffer[] {
  const symbols = symbolNames(SYMBOLS);
  const start = Date.now();
  const first = round * CHUNKS * FRAMES_IN_A_CHUNK;
  let id = first;
  return Array.from({ length: CHUNKS }, () =>
    Buffer.concat(
      Array.from({ length: FRAMES_IN_A_CHUNK }, () => {
        id += 1;
        const symbol = symbols[Math.floor(id / 12) % SYMBOLS] ?? '';
        const stream = symbol.toLowerCase();
        const time = start + Math.floor((id - first) / 100);
        const [kind, data] = pick(id % 12, symbol, id, time);
        return encodeFrame(`{"stream":"${stream}@${kind}","data":${data}}`);
      }),
    ),
  );
}

function pick(turn: number, symbol: string, id: number, time: number): readonly [string, string] {
  if (turn < 6) return ['trade', tradePayload(symbol, id, time)];
  if (turn < 10) return ['bookTicker', bookPayload(symbol, id)];
  if (turn < 11) return ['ticker', tickerPayload(symbol, id, time)];
  const candle = {
    interval: '1m',
    openTime: Math.floor(time / MINUTE_MS) * MINUTE_MS,
    lengthMs: MINUTE_MS,
  };
  return ['kline_1m', klinePayload(symbol, candle, id, { time, isClosed: false })];
}
