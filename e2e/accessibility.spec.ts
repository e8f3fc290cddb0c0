/**
 * axe in every state of the page that `npm run screens` shows, at both ends of the widths and in both
 * themes. A state has a page of its own; what does not depend on the theme is asked once a width.
 */
import { bringAxe, violations } from './axe.ts';
import { serveBuiltApp } from './built-app.ts';
import { expect, test } from './fixtures.ts';
import { THEMES } from './screens/options.ts';
import { NARROW, WIDE, sittingsOf, takeLook, withState } from './screens/stage.ts';
import { STATES } from './screens/states/index.ts';

/** So few that the workers are done at about the same time. */
const GROUPS = 8;

for (let group = 0; group < GROUPS; group += 1) {
  const states = STATES.filter((_, index) => index % GROUPS === group);
  test(`axe finds nothing in ${states.map(({ name }) => name).join(', ')}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const app = await serveBuiltApp();
    /* oxlint-disable no-await-in-loop -- one page, looked at from one side after another */
    for (const state of states) {
      const widths = [WIDE, NARROW].filter((width) => state.widths?.includes(width) ?? true);
      const looks = widths.flatMap((width) => THEMES.map((theme) => ({ width, theme })));
      for (const sitting of sittingsOf(state, looks)) {
        await test.step(state.name, () =>
          withState({ browser, app }, state, sitting.width, async (page) => {
            await bringAxe(page);
            for (const look of sitting.looks) {
              await takeLook(page, look);
              const extent = look.theme === THEMES[0] ? 'everything' : 'colours';
              const found = await violations(page, state.area ?? 'html', extent);
              expect.soft(found, `${state.name}, ${look.width} px, ${look.theme}`).toEqual([]);
            }
          }),
        );
      }
    }
    /* oxlint-enable no-await-in-loop */
    await app.close();
  });
}
