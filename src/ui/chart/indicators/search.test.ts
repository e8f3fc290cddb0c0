import { describe, expect, it } from 'vitest';
import '../../testing/part-texts.ts';
import { INDICATOR_NAMES } from '../../../domain/indicators/index.ts';
import { searchIndicators } from './search.ts';

const found = (query: string) => searchIndicators(query).map(({ name }) => name);

describe('the search for indicators', () => {
  it('shows all of them while nothing is asked', () =>
    expect(found(' ').toSorted()).toEqual(INDICATOR_NAMES.toSorted()));

  it.each([
    ['rsi', 'rsi'],
    ['RSI', 'rsi'],
    ['average exponential', 'ema'],
    ['bands', 'bollinger'],
    ['macd', 'macd'],
    ['cloud', 'ichimoku'],
  ])('finds “%s”, the best first', (query, name) => expect(found(query)[0]).toBe(name));

  it('finds nothing where nothing has every word', () =>
    expect(found('average cloud')).toEqual([]));
});
