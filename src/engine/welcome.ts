/** What a page is told first: everything that it needs to draw. */
import type { MarketSymbol } from '../domain/market.ts';
import type { Fault } from '../domain/result.ts';
import type { Alarm } from './alarm.ts';
import type { Choices } from './choices.ts';
import type { CoverageLog } from './coverage/coverage-log.ts';
import type { Limitations } from './limitations.ts';
import type { MarketSession } from './market/market-session.ts';
import type { Rulebook } from './rulebook.ts';
import type { Judgement } from './signals/judgement.ts';
import type { View } from './view/view.ts';

/** `unread`: what is stored and could not be read; the first page is told. */
export function createWelcome(parts: {
  readonly isDemo: boolean;
  readonly choices: Choices;
  readonly rulebook: Rulebook;
  readonly alarm: Alarm;
  readonly judgement: Judgement;
  readonly coverage: CoverageLog;
  readonly limitations: Limitations;
  readonly unread: readonly Fault[];
}): (view: View, session: MarketSession, listed: readonly MarketSymbol[] | undefined) => void {
  const { isDemo, choices, rulebook, alarm, judgement, coverage, limitations } = parts;
  const unread = [...parts.unread];

  return (view, session, listed) => {
    const { settings, watchlist } = choices;
    const { rules, brokenRules } = rulebook;
    const alerts = alarm.alerts.history();
    const venue = session.venue.name;
    view.post({ type: 'engineStarted', venue, isDemo, settings, watchlist, rules, alerts });
    view.post({ type: 'brokenRulesChanged', rules: brokenRules });
    if (listed) view.post({ type: 'symbolsListed', symbols: listed });
    const known = judgement.consensus();
    if (known.length > 0) view.post({ type: 'consensusChanged', consensus: known });
    for (const event of limitations.events()) view.post(event);
    view.postAll();
    view.post({ type: 'coverageChanged', coverage: coverage.report() });
    view.post({ type: 'backfillChanged', backfill: session.backfill.report() });
    const faults = unread.splice(0);
    if (faults.length > 0) view.post({ type: 'refused', faults });
  };
}
