import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { send } from '../engine-client.ts';
import { engineStarts } from '../state/engine.ts';
import { isMarketShown } from '../state/watchlist.ts';
import { seenRows } from './seen-rows.ts';
import { createViewReport } from './view-report.ts';

/** Keeps the engine told of the rows in view, and whether the whole market is wanted for them. */
export function useEngineView(): void {
  useEffect(() => {
    const report = createViewReport((symbols) => send({ type: 'showSymbols', symbols }));
    const stopFollowing = effect(() => {
      const seen = seenRows.value;
      if (seen && engineStarts.value > 0) report.see(seen.inView, seen.around);
    });
    let starts = 0;
    let isTold = false;
    const stopTelling = effect(() => {
      const isShown = isMarketShown.value && !seenRows.value?.isOutOfSight;
      const isNew = engineStarts.value > starts;
      starts = engineStarts.value;
      if (starts === 0) return;
      if (isNew) report.repeat();
      if (isShown === (isTold && !isNew)) return;
      isTold = isShown;
      send({ type: 'showMarket', isShown });
    });
    return () => {
      stopFollowing();
      stopTelling();
      report.stop();
    };
  }, []);
}
