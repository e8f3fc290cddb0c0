import { describe, expect, it } from 'vitest';
import { matchParts } from './match-parts.ts';

const marked = (query: string, name: string) =>
  matchParts(query, name)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

describe('what of a name was typed', () => {
  it.each([
    ['btc', 'BTCUSDT', '[BTC]USDT'],
    ['usdt btc', 'BTCUSDT', '[BTCUSDT]'],
    ['eth us', 'ETHUSDT', '[ETHUS]DT'],
    ['so dt', 'SOLUSDT', '[SO]LUS[DT]'],
    ['us dt', 'SOLUSDT', 'SOL[USDT]'],
    ['eth-us', 'ETHUSDT', '[ETHUS]DT'],
    ['币安', '币安人生USDT', '[币安]人生USDT'],
    ['', 'BTCUSDT', 'BTCUSDT'],
    ['xyz', 'BTCUSDT', 'BTCUSDT'],
  ])('%s in %s is %s', (query, name, shown) => expect(marked(query, name)).toBe(shown));
});
