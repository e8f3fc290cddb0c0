import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

describe('the command line of the screens command', () => {
  it('makes every picture when nothing is said', () => {
    expect(parseOptions([])).toEqual({
      names: [],
      folder: 'screens',
      widths: [360, 768, 1440, 2560],
      themes: ['dark', 'light'],
      built: undefined,
      jobs: 2,
      isList: false,
      isShowcase: false,
    });
  });

  it('takes names, several widths, one theme and folders', () => {
    const args = ['chart', 'rules', '--width', '360', '--width', '1440', '--theme', 'dark'];
    const options = parseOptions([...args, '--out', 'pictures', '--built', 'dist', '--jobs', '3']);
    expect(options).toMatchObject({
      names: ['chart', 'rules'],
      widths: [360, 1440],
      themes: ['dark'],
      folder: 'pictures',
      built: 'dist',
      jobs: 3,
    });
  });

  it.each([
    ['--width', 'wide'],
    ['--width', '100'],
    ['--width', '36.5'],
    ['--theme', 'blue'],
    ['--jobs', '0'],
    ['--out'],
    ['--out', '--list'],
    ['--all'],
  ])('refuses %s %s, with the usage', (...args) => {
    expect(() => parseOptions(args)).toThrow(/npm run screens/);
  });
});
