import { openDemo, region } from '../opening.ts';
import { importAlerts } from '../stored-alerts.ts';
import type { Part, Stage, State } from '../state.ts';
import { addIndicator } from './chart.ts';
import { RULE_STATES } from './rules.ts';

const ALERTS = 60;
/** Until the plots of Health have something to show. */
const REPORTS_MS = 30_000;

const TOLD = { permissions: ['notifications'] };
const PHONE = { ...TOLD, hasTouch: true, isMobile: true };

async function openUsed(stage: Stage): Promise<void> {
  await openDemo(stage);
  await importAlerts(stage.page, ALERTS);
  await region(stage.page, 'Watchlist').getByRole('heading').click();
}

/** The whole page at work. */
export const DESK: State = {
  name: 'desk',
  part: 'market',
  browser: TOLD,
  async arrange(stage) {
    await openUsed(stage);
    for (const name of ['bands', 'rsi']) await addIndicator(stage.page, name);
    await stage.page.waitForTimeout(REPORTS_MS);
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
      await openDemo(stage);
      if (part === 'history') await importAlerts(stage.page, ALERTS);
    },
  }),
);

function ruleEditor(): State {
  const state = RULE_STATES.find(({ name }) => name === 'rules-editor');
  if (state === undefined) throw new Error('no state is called rules-editor');
  return state;
}
