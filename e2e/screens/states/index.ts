import type { State } from '../state.ts';
import { ALERT_STATES } from './alerts.ts';
import { APPEARANCE_STATES } from './appearance.ts';
import { CHART_STATES } from './chart.ts';
import { HEALTH_STATES } from './health.ts';
import { MARKET_STATES } from './market.ts';
import { RULE_STATES } from './rules.ts';
import { SETTINGS_STATES } from './settings.ts';
import { TROUBLE_STATES } from './trouble.ts';

/** Every state that the page has, in the order of the album. A new one is a line in its list. */
export const STATES: readonly State[] = [
  ...MARKET_STATES,
  ...CHART_STATES,
  ...ALERT_STATES,
  ...RULE_STATES,
  ...HEALTH_STATES,
  ...SETTINGS_STATES,
  ...TROUBLE_STATES,
  ...APPEARANCE_STATES,
];
