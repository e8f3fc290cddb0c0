import type { Indicator } from '../../../domain/indicators/definition.ts';
import { ENGLISH_RULE_WORDS } from '../../../domain/rules/rule-words.ts';
import { GROUP_STRENGTHS, STRENGTH_FORMULAS } from '../../../domain/rules/strength.ts';
import { BACKFILL } from './backfill.ts';
import { BACKUP } from './backup.ts';
import { CHART } from './chart.ts';
import { COVERAGE } from './coverage.ts';
import { CONSENSUS, EDITOR } from './editor.ts';
import { FIRST_RUN } from './first-run.ts';
import { HEALTH } from './health.ts';
import { HISTORY } from './history.ts';
import { STATUSES } from './labels.ts';
import { MATRIX } from './matrix.ts';
import { METRICS } from './metrics.ts';
import { QUICK_ALERT } from './quick-alert.ts';
import { READINESS } from './readiness.ts';
import { RULES } from './rules.ts';
import { SETTINGS } from './settings.ts';
import { SHORTCUTS } from './shortcuts.ts';

/** English: every text of the parts whose code is fetched after the first screen. */
export const parts = {
  statuses: STATUSES,
  /** The registry speaks English. */
  indicators: {
    title: ({ title }: Indicator) => title,
    parameter: (title: string) => title,
  },
  ruleWords: ENGLISH_RULE_WORDS,
  /** Why a signal fired, as the engine has said and stored it. */
  explanation: (english: string) => english,
  strength: { formulas: STRENGTH_FORMULAS, groups: GROUP_STRENGTHS },
  quickAlert: QUICK_ALERT,
  chart: CHART,
  metrics: METRICS,
  matrix: MATRIX,
  backfill: BACKFILL,
  history: HISTORY,
  rules: RULES,
  editor: EDITOR,
  consensus: CONSENSUS,
  backup: BACKUP,
  readiness: READINESS,
  coverage: COVERAGE,
  health: HEALTH,
  settings: SETTINGS,
  firstRun: FIRST_RUN,
  shortcuts: SHORTCUTS,
};
