/** What a frame costs when a thousand symbols are watched, against ten. */
import { createDataStream } from '../../../src/engine/market/data-stream.ts';
import { usualStreamOf } from '../../../src/binance/envelope.ts';
import { measurePairs } from '../pairs.ts';
import { atMost, median } from '../row.ts';
import type { Row } from '../row.ts';

const FRAMES = 60_000;
const START = Date.UTC(2026, 0, 5, 10, 20);

export const flatRow: Row = {
  name: 'flat',
  place: 'node',
  measure({ rounds }) {
    const few = framesOf(10);
    const many = framesOf(1000);
    const { ratios, firstMs, secondMs } = measurePairs(
      rounds,
      applying(1000, many),
      applying(10, few),
    );
    const each = (ms: readonly number[]): string =>
      `${((median(ms) / FRAMES) * 1000).toFixed(2)} µs`;
    return Promise.resolve([
      {
        what: 'a frame with 1,000 symbols : with 10',
        rounds: ratios,
        unit: '×',
        target: atMost(1.2),
        note: `${each(firstMs)} : ${each(secondMs)}`,
      },
    ]);
  },
};

function symbolsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `COIN${String(index).padStart(4, '0')}USDT`);
}

/** The same frames in the same order, but for the symbols. */
function framesOf(symbols: number): readonly string[] {
  const names = symbolsOf(symbols);
  return Array.from({ length: FRAMES }, (_, index) => {
    const symbol = names[index % symbols] ?? '';
    const time = START + index;
    const data =
      index % 2 === 0
        ? `{"e":"trade","E":${time},"s":"${symbol}","t":${index},"p":"64230.12000000","q":"0.50000000","T":${time},"m":true,"M":true}`
        : `{"u":${index},"s":"${symbol}","b":"64230.11000000","B":"1.20000000","a":"64230.12000000","A":"0.30000000"}`;
    const kind = index % 2 === 0 ? 'trade' : 'bookTicker';
    return Buffer.from(`{"stream":"${symbol.toLowerCase()}@${kind}","data":${data}}`).toString(
      'latin1',
    );
  });
}

function applying(count: number, texts: readonly string[]): { prepare(): () => unknown } {
  return {
    prepare() {
      const symbols = symbolsOf(count);
      const clock = { now: () => START, setTimer: () => ({ cancel: () => undefined }) };
      const dataStream = createDataStream({ clock, bufferSize: 500 });
      let told = 0;
      dataStream.observe(() => (told += 1));
      dataStream.watch(
        symbols,
        symbols.map((symbol) => ({ symbol, interval: '1m' })),
      );
      return () => {
        for (const text of texts) dataStream.receive(usualStreamOf(text), text, START);
        return told;
      };
    },
  };
}
