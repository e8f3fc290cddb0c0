import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { BuiltApp } from '../built-app.ts';
import type { ScreensOptions, Theme } from './options.ts';
import { sittingsOf, takeLook, withState } from './stage.ts';
import type { Look } from './stage.ts';
import type { State } from './state.ts';

/** Name of a picture's file. */
export function pictureName(state: string, width: number, theme: Theme): string {
  return `${state}-${width}-${theme}.png`;
}

/** The widths at which a state is looked at: its own, of those that are asked for. */
export function widthsOf({ widths }: State, asked: readonly number[]): readonly number[] {
  return widths === undefined ? asked : asked.filter((width) => widths.includes(width));
}

/** Makes all pictures of a state; answers what kept it from that, or null. */
export function createPhotographer(
  parts: {
    readonly browser: Browser;
    readonly app: BuiltApp;
    readonly folder: string;
  } & Pick<ScreensOptions, 'widths' | 'themes'>,
): (state: State) => Promise<string | null> {
  const { browser, app, folder, themes } = parts;
  const shoot = async (page: Page, name: string, look: Look): Promise<void> => {
    await takeLook(page, look);
    const path = join(folder, pictureName(name, look.width, look.theme));
    await page.screenshot({ path, caret: 'initial' });
  };
  return async (state) => {
    const widths = widthsOf(state, parts.widths);
    const looks = widths.flatMap((width) => themes.map((theme) => ({ width, theme })));
    const atFailure = join(folder, `${state.name}-failed.png`);
    try {
      /* oxlint-disable no-await-in-loop -- one page, looked at from one side after another */
      for (const sitting of sittingsOf(state, looks)) {
        await withState({ browser, app, atFailure }, state, sitting.width, async (page) => {
          for (const look of sitting.looks) await shoot(page, state.name, look);
        });
      }
      /* oxlint-enable no-await-in-loop */
      return null;
    } catch (error) {
      return error instanceof Error ? firstLines(error.message) : String(error);
    }
  };
}

/** What was waited for stands in the lines after the first. */
function firstLines(message: string): string {
  return message.split('\n').slice(0, 4).join(' ').trim();
}
