import { openDemo } from '../opening.ts';
import { importAlerts } from '../stored-alerts.ts';
import type { Part, Stage, State } from '../state.ts';
import { addIndicator } from './chart.ts';
import { RULE_STATES } from './rules.ts';

const ALERTS = 60;
/** Until Health has more to tell of than the beginning. */
const WATCH_MS = 70_000;
/** Until everything is fetched. */
const LOAD_MS = 5_000;

const TOLD = { permissions: ['notifications'] };
const PHONE = { ...TOLD, hasTouch: true, isMobile: true };

async function openUsed(stage: Stage): Promise<void> {
  const { page } = stage;
  await openDemo(stage);
  await importAlerts(page, ALERTS);
  await page.getByRole('button', { name: 'Enable notifications' }).click();
  // Nothing is to have the focus, or to be pointed at.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
}

/** The whole page at work. */
export const DESK: State = {
  name: 'desk',
  part: 'market',
  browser: TOLD,
  async arrange(stage) {
    await openUsed(stage);
    for (const name of ['bands', 'rsi']) await addIndicator(stage.page, name);
    await stage.page.mouse.move(0, 0);
    await stage.page.waitForTimeout(WATCH_MS);
  },
};

export const RULE_EDITOR: State = ruleEditor();

/** The parts of it that a phone shows one at a time. */
export const PHONES: readonly State[] = (['market', 'chart', 'history'] as const).map(
  (part: Part): State => ({
    name: `phone-${part}`,
    part,
    browser: PHONE,
    async arrange(stage) {
      await openUsed(stage);
      await stage.page.waitForTimeout(LOAD_MS);
    },
  }),
);

function ruleEditor(): State {
  const state = RULE_STATES.find(({ name }) => name === 'rules-editor');
  if (state === undefined) throw new Error('no state is called rules-editor');
  return state;
}
