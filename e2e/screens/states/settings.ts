import { openDemo } from '../opening.ts';
import type { State } from '../state.ts';
import { offerBackup } from '../stored-alerts.ts';

const ALERTS = 260;

export const SETTINGS_STATES: readonly State[] = [
  {
    name: 'settings',
    part: 'market',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Settings' }).click();
      await stage.page.getByRole('dialog', { name: 'Settings' }).waitFor();
    },
  },
  {
    name: 'settings-invalid',
    part: 'market',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Settings' }).click();
      const dialog = stage.page.getByRole('dialog', { name: 'Settings' });
      await dialog.getByLabel('Candles kept for each series').fill('3');
      await dialog.getByRole('button', { name: 'Save changes' }).click();
    },
  },
  {
    name: 'settings-backup',
    part: 'market',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await offerBackup(stage.page, ALERTS);
    },
  },
  {
    name: 'shortcuts',
    part: 'market',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('heading', { name: 'Watchlist' }).click();
      await stage.page.keyboard.press('?');
      await stage.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
  },
];
