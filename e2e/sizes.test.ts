import { describe, expect, it } from 'vitest';
import { LIMITS, firstScreenOf, importsOf, judge, measure, scriptsOf } from './sizes.mjs';

const PAGE = `<script type="module" crossorigin src="./assets/index-a.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/text-b.js">
  <link rel="stylesheet" href="./assets/index-c.css"><link rel="icon" href="./favicon.svg">`;

const FILES = new Map([
  ['index-a.js', 'import{a}from"./shared-d.js";const load=()=>import("./dialog-e.js");a()'],
  ['text-b.js', 'export const text="b"'],
  ['shared-d.js', 'import"./deep-f.js";import*as b from"./text-b.js";export{b as a};'],
  ['deep-f.js', 'globalThis.f=1'],
  ['dialog-e.js', `export const words="${'lorem ipsum '.repeat(50)}"`],
  ['fr-g.js', 'export const fr="bonjour"'],
]);

describe('the sizes of the built app', () => {
  it('a page loads its scripts and what it preloads, not its styles and icons', () => {
    expect(scriptsOf(PAGE)).toEqual(['assets/index-a.js', 'assets/text-b.js']);
  });

  it.each([
    ['import{a as b,c}from"./x-1.js";', ['x-1.js']],
    ['import"./x.js";', ['x.js']],
    ['import * as all from "./x.js";', ['x.js']],
    ['var a=1;export{b}from"./x.js";', ['x.js']],
    ['import e,{t as n}from"./x.js";import{r}from"./y.js";', ['x.js', 'y.js']],
    ['const load=()=>import("./x.js");', []],
    ['const load=()=>import(`./x.js`);', []],
    ['new Worker(new URL("./x.js",import.meta.url))', []],
  ])('what a module imports by itself: %s', (code, names) => {
    expect(importsOf(code)).toEqual(names);
  });

  it('the first screen is what the page loads and all that this imports', () => {
    const names = firstScreenOf(PAGE, FILES);
    expect(names.toSorted()).toEqual(['deep-f.js', 'index-a.js', 'shared-d.js', 'text-b.js']);
  });

  it('a file that the page names and that is not there is an error', () => {
    expect(() => firstScreenOf(PAGE, new Map())).toThrow('index-a.js');
  });

  it('the whole app is everything but the texts of other languages', () => {
    const { firstScreen, wholeApp, languages } = measure(PAGE, FILES);
    expect(firstScreen).toBeGreaterThan(0);
    expect(wholeApp).toBeGreaterThan(firstScreen);
    expect(languages).toBeGreaterThan(0);
  });

  it('a size at its limit is fit, a byte more is not, and it says which', () => {
    const sizes = { ...LIMITS, languages: 0, largest: [] };
    expect(judge(sizes).isFit).toBe(true);
    const { isFit, words } = judge({ ...sizes, wholeApp: LIMITS.wholeApp + 1 });
    expect(isFit).toBe(false);
    expect(words).toMatch(/Whole app.*too much/);
    expect(words).not.toMatch(/First screen.*too much/);
  });
});
