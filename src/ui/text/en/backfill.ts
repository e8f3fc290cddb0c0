import { BACKFILL_HEAD } from './heads.ts';
import { plural } from './plural.ts';

const ready = (count: number, all: number) =>
  `${count} of ${plural(all, 'series', 'series')} ready`;

/** English: how far the history is loaded. */
export const BACKFILL = {
  ...BACKFILL_HEAD,
  ready,
  loading: (count: number, all: number) => `Loading history: ${ready(count, all)}`,
  stopped: (count: number, all: number) => `Loading of history stopped: ${ready(count, all)}`,
  stoppedMeaning: 'What is ready stays live; no rule judges the others.',
  failing: (count: number) => `${plural(count, 'series', 'series')} refused, asked again`,
  usable: (symbols: string) => `${symbols} usable now`,
  more: (symbols: string, count: number) => `${symbols} and ${count} more`,
  stop: 'Stop',
  stopMeaning: 'Stop loading history',
  resume: 'Resume',
  resumeMeaning: 'Go on loading history',
  hide: 'Hide the progress of loading',
  /** What a screen reader says of it: the beginning, the end, and that it was stopped. */
  spoken: {
    begins: (all: number) => `Loading the history of ${plural(all, 'series', 'series')}.`,
    ends: (all: number) => `History loaded: ${plural(all, 'series', 'series')} ready.`,
    stops: (count: number, all: number) => `Stopped: ${ready(count, all)}.`,
  },
};
