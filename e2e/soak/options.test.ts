import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

const SEED = 77;

describe('the command line of the soak test', () => {
  it('says nothing: ten minutes, another seed each time', () => {
    expect(parseOptions([], SEED)).toEqual({
      minutes: 10,
      seed: SEED,
      speed: 240,
      json: undefined,
      without: [],
      only: [],
      app: undefined,
    });
  });

  it('says everything', () => {
    const words = '2.5 --seed 3 --speed 60 --json out.json --without 1006 --without offline';
    expect(parseOptions([...words.split(' '), '--only', 'page reload'], SEED)).toMatchObject({
      minutes: 2.5,
      seed: 3,
      speed: 60,
      json: 'out.json',
      without: ['1006', 'offline'],
      only: ['page reload'],
    });
  });

  it.each([
    ['minutes', ['soon']],
    ['minutes', ['0']],
    ['minutes', ['--forever']],
    ['--seed', ['--seed', '-1']],
    ['--speed', ['--speed']],
    ['--speed', ['--speed', '601']],
    ['--json', ['--json']],
    ['--without', ['--without', '']],
  ])('is told what is wrong with %s in %j, and how it goes', (name, words) => {
    expect(() => parseOptions(words, SEED)).toThrow(name);
    expect(() => parseOptions(words, SEED)).toThrow('npm run soak');
  });
});
