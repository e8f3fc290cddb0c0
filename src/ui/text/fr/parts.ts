import type { PartTexts } from '../text.ts';
import { BACKFILL } from './backfill.ts';
import { BACKUP } from './backup.ts';
import { CHART } from './chart.ts';
import { COVERAGE } from './coverage.ts';
import { CONSENSUS, EDITOR, STRENGTH } from './editor.ts';
import { explanation } from './explanations.ts';
import { FIRST_RUN } from './first-run.ts';
import { HEALTH } from './health.ts';
import { HISTORY } from './history.ts';
import { INDICATORS } from './indicators.ts';
import { STATUSES } from './labels.ts';
import { MATRIX } from './matrix.ts';
import { METRICS } from './metrics.ts';
import { QUICK_ALERT } from './quick-alert.ts';
import { READINESS } from './readiness.ts';
import { RULE_WORDS } from './rule-words.ts';
import { RULES } from './rules.ts';
import { SETTINGS } from './settings.ts';
import { SHORTCUTS } from './shortcuts.ts';

/** Français : tous les textes des parties dont le code est chargé après le premier écran. */
export const parts: PartTexts = {
  statuses: STATUSES,
  indicators: INDICATORS,
  ruleWords: RULE_WORDS,
  explanation,
  strength: STRENGTH,
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
