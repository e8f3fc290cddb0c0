import type { Stage, State } from '../state.ts';
import { openDemo } from '../opening.ts';

async function inPalette(stage: Stage, palette: string): Promise<void> {
  await stage.page.addInitScript((name) => localStorage.setItem('tocsin:palette', name), palette);
  await openDemo(stage);
}

/** A finger instead of a mouse. */
const TOUCH = { hasTouch: true, isMobile: true } as const;
const FRENCH = { locale: 'fr-FR' } as const;
const FORCED = { forcedColors: 'active' } as const;

export const APPEARANCE_STATES: readonly State[] = [
  {
    name: 'red-up',
    part: 'market',
    isLikeAnother: true,
    area: '.watchlist',
    arrange: (stage) => inPalette(stage, 'red-up'),
  },
  {
    name: 'blue-up',
    part: 'market',
    isLikeAnother: true,
    area: '.watchlist',
    arrange: (stage) => inPalette(stage, 'blue-up'),
  },
  { name: 'forced-colours', part: 'market', browser: FORCED, arrange: openDemo },
  {
    name: 'forced-colours-chart',
    part: 'chart',
    browser: FORCED,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'forced-colours-rules',
    part: 'rules',
    browser: FORCED,
    arrange: openDemo,
    widths: [360],
  },
  { name: 'french', part: 'market', browser: FRENCH, arrange: openDemo },
  {
    name: 'french-chart',
    part: 'chart',
    area: '.board',
    browser: FRENCH,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'french-history',
    part: 'history',
    area: '.history',
    browser: FRENCH,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'french-rules',
    part: 'rules',
    area: '.rules',
    browser: FRENCH,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'french-health',
    part: 'health',
    area: '.health',
    browser: FRENCH,
    arrange: openDemo,
    widths: [360],
  },
  { name: 'touch-market', part: 'market', browser: TOUCH, arrange: openDemo, widths: [360, 768] },
  {
    name: 'touch-chart',
    part: 'chart',
    area: '.board',
    browser: TOUCH,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'touch-history',
    part: 'history',
    area: '.history',
    browser: TOUCH,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'touch-rules',
    part: 'rules',
    area: '.rules',
    browser: TOUCH,
    arrange: openDemo,
    widths: [360],
  },
  {
    name: 'touch-health',
    part: 'health',
    area: '.health',
    browser: TOUCH,
    arrange: openDemo,
    widths: [360],
  },
];
