import { HEALTH_HEAD } from './heads.ts';
import { plural } from './plural.ts';

/** English: how well the watch is kept. */
export const HEALTH = {
  ...HEALTH_HEAD,
  state: 'State',
  venue: 'Venue',
  endpoint: 'Endpoint',
  connections: 'Connections',
  since: 'Connected for',
  attempts: 'Failed attempts in a row',
  nextRetry: 'Next try',
  reconnects: 'Reconnects',
  streams: 'Streams acknowledged',
  streamsFailed: 'Streams refused',
  latency: 'Latency',
  clocksDiffer: (by: string) => `clocks differ by ${by}`,
  frames: 'Frames a second',
  bytes: 'Bytes a second',
  framesTotal: 'Frames in all',
  lastFrame: 'Newest frame',
  queue: 'Waiting in the queue',
  dropped: 'Dropped',
  rejected: 'Frames not understood',
  /** By the engine's name of what is wrong with them, such as `bad-price`. */
  rejectedAs: (kind: string, count: number) => `${kind.replace('-', ' ')}: ${count}`,
  duplicates: 'Repeated events',
  late: 'Events out of order',
  gaps: 'Gaps filled',
  gapsOf: (filled: number, found: number) => `${filled} of ${found}`,
  weight: 'REST weight used',
  weightOf: (used: string, ceiling: string) => `${used} of ${ceiling}`,
  restQueue: 'REST requests waiting',
  restPaused: 'REST paused for',
  restError: 'Newest REST error',
  rings: 'Who rings',
  ringsHere: 'This tab',
  ringsElsewhere: 'Another tab',
  ringsElsewhereMeaning:
    'Tocsin is open in several tabs. One of them rings, so that nothing is told twice.',
  observerFaults: 'Faults while telling',
  lastClose: 'Why the connection ended before',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  waiting: 'Waiting for the engine’s first report…',
  groups: {
    connection: 'Link',
    traffic: 'Traffic',
    data: 'Data',
    rest: 'Requests',
    device: 'This device',
  },
  pulse: {
    latencyUnit: (value: string) => `${value} ms`,
    /** Under the line; `name` is what it is the line of. */
    summary: (least: string, middle: string, most: string) =>
      `lowest ${least}, median ${middle}, highest ${most}`,
    spoken: (name: string, minutes: number, summary: string) =>
      `${name} over ${lastMinutes(minutes)}: ${summary}`,
    last: (minutes: number) => `Over ${lastMinutes(minutes)}`,
    waiting: 'Drawn as soon as there are two reports.',
  },
  device: {
    memory: 'Memory of page and engine',
    memoryOfPage: 'Memory of the page',
    memoryUnknown: 'Not told by this browser',
    storage: 'Storage used',
    storageOf: (used: string, quota: string) => `${used} of ${quota}`,
    storageUnknown: 'Not told by this browser',
    kept: 'Kept when space runs short',
    keptNo: 'Not promised by the browser',
    stored: 'History kept on this device',
    notKept: 'Alerts that it lacks',
  },
  errors: {
    title: 'Errors since the page was opened',
    none: 'None so far.',
    count: (count: number) => plural(count, 'error'),
    more: (count: number) => `Show ${count} more`,
    less: 'Show fewer',
    dropped: (count: number) => `The newest ${count} are kept.`,
  },
  demoOffer: 'Meanwhile, try everything on a generated market:',
  limitations: 'What this browser lacks or denies',
};

function lastMinutes(minutes: number): string {
  return minutes === 1 ? 'the last minute' : `the last ${minutes} minutes`;
}
