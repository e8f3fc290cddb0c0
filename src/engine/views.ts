/** The pages that look on: this tab's own, and those of tabs that another engine would serve. */
import type { EngineEvent } from '../protocol/messages.ts';
import type { Wants } from './market/wanted-streams.ts';
import type { View } from './view/view.ts';

export interface Views {
  add(view: View): void;
  remove(view: View): void;
  /** Posts a fact to every page. */
  tell(event: EngineEvent): void;
  each(visit: (view: View) => void): void;
  /** Where to ring: a page that is seen, or else the first one; another than `but` if there is one. */
  foremost(but?: View): View | undefined;
  /** What all of them together show. */
  readonly wants: Omit<Wants, 'watchlist' | 'rules'>;
  clear(): void;
}

export function createViews(): Views {
  const views = new Set<View>();
  return {
    add: (view) => void views.add(view),
    remove(view) {
      views.delete(view);
      view.dispose();
    },
    tell(event) {
      for (const view of views) view.post(event);
    },
    each(visit) {
      for (const view of views) visit(view);
    },
    foremost(but) {
      const others = [...views].filter((view) => view !== but);
      return others.find(({ isVisible }) => isVisible) ?? others[0] ?? [...views][0];
    },
    get wants() {
      const all = [...views];
      const seen = all.filter(({ isVisible }) => isVisible);
      const rows = seen.map(({ interest }) => interest.shownSymbols);
      // The last price is drawn on the chart as well.
      const charted = seen.flatMap(({ chart }) => chart.selected?.symbol ?? []);
      return {
        onCharts: all.flatMap(({ chart }) => chart.selected ?? []),
        inView: rows.includes(null)
          ? null
          : [...new Set([...rows.flatMap((symbols) => symbols ?? []), ...charted])],
        isMarketShown: seen.some(({ interest }) => interest.isMarketShown),
        isVisible: seen.length > 0,
      };
    },
    clear() {
      for (const view of views) view.dispose();
      views.clear();
    },
  };
}
