/**
 * Nothing that is said is cut in two, at widths from a phone to a large screen; in French as well,
 * which is longer.
 */
import { serveBuiltApp } from './built-app.ts';
import { expect, test } from './fixtures.ts';
import { cutTexts } from './screens/cut-texts.ts';
import { showPart } from './screens/opening.ts';
import { sittingsOf, takeLook, withState } from './screens/stage.ts';
import { PARTS } from './screens/state.ts';
import { STATES } from './screens/states/index.ts';

/** The page at work in both languages, a dialog of each kind, and what needs most room. */
const SHOWN = ['french', 'history-detail', 'chart-indicators', 'first-run', 'blocked'].concat([
  'settings',
  'rules-editor-tree',
]);
/** Of a small phone, and where columns come and go. */
const WIDTHS = [320, 360, 767, 768, 1024, 1200, 1440];
const NARROW_END = 768;

for (const name of SHOWN) {
  const state = STATES.find((each) => each.name === name);
  if (state === undefined) throw new Error(`no state is called ${name}`);
  test(`${name}: no words are cut`, async ({ browser }) => {
    const app = await serveBuiltApp();
    const looks = WIDTHS.map((width) => ({ width, theme: 'dark' as const }));
    /* oxlint-disable no-await-in-loop -- one page, looked at in one width after another */
    for (const sitting of sittingsOf(state, looks)) {
      await withState({ browser, app }, state, sitting.width, async (page) => {
        for (const look of sitting.looks) {
          for (const part of look.width < NARROW_END ? PARTS : [state.part]) {
            await showPart(page, part);
            await takeLook(page, look);
            expect.soft(await cutTexts(page), `${part}, ${look.width} px`).toEqual([]);
          }
        }
      });
    }
    /* oxlint-enable no-await-in-loop */
    await app.close();
  });
}
