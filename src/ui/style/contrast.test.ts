/**
 * WCAG 2.2 AA, computed from the tokens: text of at least 4.5 to 1 on everything that it stands on,
 * and 3 to 1 for what has to be seen without being read (edges of controls, focus, lines, candles),
 * in both themes and in every palette.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../state/preferences.ts';
import { compose, contrast, readTokens } from '../testing/tokens.ts';
import type { Colour } from '../testing/tokens.ts';

const TEXT = 4.5;
const PART = 3;

const BACKGROUNDS = ['page', 'panel', 'raised', 'hover', 'selected'];
const WORDS = ['text', 'muted', 'faint', 'up', 'down', 'good', 'warn', 'bad', 'accent'];
/** Tints that lie over a background, and what is written on them. */
const TINTS: Readonly<Record<string, readonly string[]>> = {
  'up-soft': ['up', 'text'],
  'down-soft': ['down', 'text'],
  'warn-soft': ['warn', 'text', 'muted'],
  'bad-soft': ['bad', 'text', 'muted'],
  'accent-soft': ['accent', 'text', 'muted'],
};
const LINES = [1, 2, 3, 4, 5, 6].map((number) => `series-${number}`);
const PARTS = ['control-line', 'accent', 'candle-up', 'candle-down', ...LINES];

const css = ['tokens.css', 'palettes.css']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n');

const looks = (['dark', 'light'] as const).flatMap((scheme) =>
  PALETTES.map((palette) => ({ scheme, palette })),
);

describe.each(looks)('$scheme, $palette', ({ scheme, palette }) => {
  const tokens = readTokens(css, scheme, palette);
  const colour = (name: string): Colour => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`no colour --${name}`);
    return found;
  };
  const weak: string[] = [];
  const demand = (name: string, on: string, background: Colour, least: number) => {
    const ratio = contrast(colour(name), background);
    if (ratio < least) weak.push(`--${name} on ${on}: ${ratio.toFixed(2)}`);
  };

  it('text can be read on every background', () => {
    for (const background of BACKGROUNDS)
      for (const name of WORDS) demand(name, background, colour(background), TEXT);
    expect(weak.splice(0)).toEqual([]);
  });

  it('text can be read on every tint, whatever lies under it', () => {
    for (const background of BACKGROUNDS)
      for (const [tint, names] of Object.entries(TINTS))
        for (const name of names)
          demand(
            name,
            `${tint} over ${background}`,
            compose(colour(tint), colour(background)),
            TEXT,
          );
    expect(weak.splice(0)).toEqual([]);
  });

  it('text can be read on buttons', () => {
    for (const button of ['accent', 'accent-hover'])
      demand('on-accent', button, colour(button), TEXT);
    expect(weak.splice(0)).toEqual([]);
  });

  it('edges, focus, lines and candles can be seen', () => {
    for (const background of ['page', 'panel', 'raised'])
      for (const name of PARTS) demand(name, background, colour(background), PART);
    expect(weak.splice(0)).toEqual([]);
  });
});

describe('what is measured', () => {
  it('a palette has colours of its own in both themes', () => {
    for (const scheme of ['dark', 'light'] as const) {
      const ups = PALETTES.map((palette) => readTokens(css, scheme, palette).get('up'));
      expect(new Set(ups.map(String)).size).toBe(PALETTES.length);
    }
  });

  it('contrast is that of WCAG', () => {
    expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21);
    expect(contrast([119, 119, 119, 1], [255, 255, 255, 1])).toBeCloseTo(4.48, 2);
  });
});
