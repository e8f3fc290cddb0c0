import type { Stage, State } from '../state.ts';
import { openDemo } from '../opening.ts';
import { importAlerts } from '../stored-alerts.ts';

async function inPalette(stage: Stage, palette: string): Promise<void> {
  await stage.page.addInitScript((name) => localStorage.setItem('tocsin:palette', name), palette);
  await openDemo(stage);
}

/** In the settings, which stay open. */
async function chooseFrench({ page }: Stage): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Français');
  await page.getByRole('dialog', { name: 'Réglages' }).waitFor();
}

/** A finger instead of a mouse. */
const TOUCH = { hasTouch: true, isMobile: true } as const;
const FRENCH = { locale: 'fr-FR' } as const;
const ALERTS = 60;
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
    async arrange(stage) {
      const { page } = stage;
      await openDemo(stage);
      await importAlerts(page, ALERTS);
      await chooseFrench(stage);
      await page.keyboard.press('Escape');
      const table = page.getByRole('table', { name: 'Historique des alertes' });
      await table.locator('tbody').getByRole('row').nth(2).click();
    },
  },
  {
    name: 'french-settings',
    part: 'market',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await chooseFrench(stage);
    },
  },
  {
    name: 'french-settings-end',
    part: 'market',
    area: 'dialog[open]',
    isScrolled: true,
    async arrange(stage) {
      await openDemo(stage);
      await chooseFrench(stage);
      const fields = stage.page.getByRole('dialog', { name: 'Réglages' }).getByRole('spinbutton');
      await fields.or(stage.page.getByRole('textbox')).last().focus();
    },
  },
  {
    name: 'french-editor',
    part: 'rules',
    area: 'dialog[open]',
    browser: FRENCH,
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Ajouter', exact: true }).click();
      const editor = stage.page.getByRole('dialog', { name: 'Nouvelle règle' });
      await editor.getByRole('textbox').last().waitFor();
    },
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
