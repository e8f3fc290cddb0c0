/**
 * Parse and apply, per frame: against the bare `JSON.parse` of the same texts, and against what npm
 * `binance` and `ccxt` pro do with them.
 */
import { atLeast, atMost, median } from '../row.ts';
import type { Measured, Row } from '../row.ts';
import { measurePairs } from '../pairs.ts';
import { createApplying } from './apply-frames.ts';
import { readFrameMix } from './frames.ts';
import type { FrameMix } from './frames.ts';
import { createBinanceHandler, createCcxtHandler } from './peer-handlers.ts';
import type { FrameReceiver } from './peer-handlers.ts';

/** How often the frames are gone through in one run: some 50,000 frames. */
const PASSES = 30;

export const parseRow: Row = {
  name: 'parse',
  place: 'node',
  async measure({ root, rounds }) {
    const mix = readFrameMix(root, PASSES);
    const { ratios, firstMs, secondMs } = measurePairs(
      rounds,
      oursOn(mix),
      theirsOn(mix, parseBare),
    );
    const note = `${mix.source}; ${each(firstMs, mix)} : ${each(secondMs, mix)}; ${unusedShare(mix)} of no effect`;
    return [
      {
        what: 'parse and apply : JSON.parse',
        rounds: ratios,
        unit: '×',
        target: atMost(1.35),
        note,
      },
    ];
  },
};

export const peersRow: Row = {
  name: 'peers',
  place: 'node',
  async measure({ root, rounds }) {
    const mix = readFrameMix(root, PASSES);
    const binance = await createBinanceHandler(root);
    const ccxt = await createCcxtHandler(root, mix);
    const against = (receive: FrameReceiver): Pick<Measured, 'rounds' | 'note'> => {
      const paired = measurePairs(rounds, theirsOn(mix, receive), oursOn(mix));
      const note = `${each(paired.firstMs, mix)} : ${each(paired.secondMs, mix)}`;
      return { rounds: paired.ratios, note };
    };
    return [
      {
        what: 'npm binance, raw : parse and apply',
        unit: '×',
        target: atLeast(1.2),
        ...against(binance),
      },
      { what: 'ccxt pro : parse and apply', unit: '×', target: atLeast(4.5), ...against(ccxt) },
    ];
  },
};

/** An engine that has seen the first pass, for the others. */
function oursOn(mix: FrameMix): { prepare(): () => unknown } {
  return {
    prepare() {
      const engine = createApplying(mix);
      const [first = [], ...others] = mix.passes;
      engine.receive(first);
      return () => {
        let signals = 0;
        for (const texts of others) signals += engine.receive(texts);
        return signals;
      };
    },
  };
}

function theirsOn({ passes }: FrameMix, receive: FrameReceiver): () => void {
  return () => {
    for (const texts of passes.slice(1)) for (const text of texts) receive(text);
  };
}

let parsed: unknown;
function parseBare(text: string): void {
  parsed = JSON.parse(text);
}
export function lastParsed(): unknown {
  return parsed;
}

function each(ms: readonly number[], { passes }: FrameMix): string {
  const frames = (passes[0]?.length ?? 0) * (passes.length - 1);
  return `${((median(ms) / frames) * 1000).toFixed(2)} µs`;
}

/** Frames that a series or a quote did not take: there should be next to none. */
function unusedShare({ passes, ...mix }: FrameMix): string {
  const engine = createApplying({ passes, ...mix });
  for (const texts of passes) engine.receive(texts);
  return `${((100 * engine.unused) / passes.flat().length).toFixed(1)} %`;
}
