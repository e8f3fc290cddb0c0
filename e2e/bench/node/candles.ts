import type { CandleColumns } from '../../../src/domain/candle.ts';
import { createRandom } from '../../exchange/random.ts';

const MINUTE_MS = 60_000;

/** A price that wanders, minute by minute; the same each time. */
export function wanderingColumns(count: number): CandleColumns {
  const random = createRandom(7);
  const column = (): Float64Array => new Float64Array(count);
  const [openTime, open, high, low, close, volume] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  let price = 30_000;
  for (let index = 0; index < count; index++) {
    const moved = price * Math.exp((random() - 0.5) * 0.004);
    openTime[index] = Date.UTC(2024, 0) + index * MINUTE_MS;
    open[index] = price;
    close[index] = moved;
    high[index] = Math.max(price, moved) * (1 + random() * 0.001);
    low[index] = Math.min(price, moved) * (1 - random() * 0.001);
    volume[index] = random() * 100;
    price = moved;
  }
  return { openTime, open, high, low, close, volume };
}
