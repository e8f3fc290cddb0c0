/**
 * axe in every state of the page that `npm run screens` shows, at both ends of the widths and in both
 * themes. What does not depend on the theme is asked once a width.
 */
import { bringAxe, violations } from './axe.ts';
import { serveBuiltApp } from './built-app.ts';
import { expect, test } from './fixtures.ts';
import { THEMES } from './screens/options.ts';
import { NARROW, WIDE, sittingsOf, takeLook, withState } from './screens/stage.ts';
import { STATES } from './screens/states/index.ts';

for (const state of STATES) {
  // Forced colours are the browser's: axe reads those that the page would have.
  if (state.browser?.forcedColors === 'active') continue;
  test(`axe finds no violation in ${state.name}`, async ({ browser }) => {
    const app = await serveBuiltApp();
    const widths = [WIDE, NARROW].filter((width) => state.widths?.includes(width) ?? true);
    const looks = widths.flatMap((width) => THEMES.map((theme) => ({ width, theme })));
    /* oxlint-disable no-await-in-loop -- one page, looked at from one side after another */
    for (const sitting of sittingsOf(state, looks)) {
      await withState({ browser, app }, state, sitting.width, async (page) => {
        await bringAxe(page);
        for (const look of sitting.looks) {
          await takeLook(page, look);
          const isNew = look.theme === THEMES[0] && !state.isLikeAnother;
          const extent = isNew ? 'everything' : 'colours';
          const found = await violations(page, state.area ?? 'html', extent);
          expect.soft(found, `${look.width} px, ${look.theme}`).toEqual([]);
        }
      });
    }
    /* oxlint-enable no-await-in-loop */
    await app.close();
  });
}
