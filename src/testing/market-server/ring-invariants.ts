/** What must be true of what the user was told, as a list of sentences about what is not. */
import type { Ring } from './diary.ts';
import { closeTimeOf, expectedOf } from './expected-alerts.ts';
import { inWords } from './in-words.ts';
import type { Scene } from './scene.ts';

/** A page that ends so soon after ringing may not have told anyone that it has. */
const UNTOLD_MS = 400;
/** A minute, and what it takes to wait for the end of a burst. */
const LONGEST_NEWS_MS = 75_000;

export function brokenRings(scene: Scene): string[] {
  const { rings, due } = scene.browser.diary;
  const rung = new Set(rings.map(({ id }) => id));
  const untold = [...expectedOf(scene)].filter((id) => !rung.has(id));
  return [
    ...inWords('never rung', untold),
    ...repeated(rings, scene).map((words) => `rung again: ${words}`),
    ...repeated(due, scene).map((words) => `asked to ring again: ${words}`),
  ];
}

function repeated(all: readonly Ring[], scene: Scene): string[] {
  const byId = new Map<string, Ring[]>();
  for (const ring of all) byId.set(ring.id, [...(byId.get(ring.id) ?? []), ring]);
  const twice = [...byId.values()].filter(
    ([first, second]) => first && second && !isExcused(first, second, scene),
  );
  return twice.map((each) => each.map(describeRing).join(', '));
}

/** Nobody can know whether it rang: the page or its engine ended before that was stored. */
function isExcused(first: Ring, second: Ring, { browser }: Scene): boolean {
  const { diary, disk } = browser;
  const untoldMs = disk.wasFailing(first.time) ? Infinity : UNTOLD_MS;
  return diary.ends.some(
    ({ tab, time }) =>
      tab === first.tab &&
      time >= first.time &&
      time <= second.time &&
      time - first.time < untoldMs,
  );
}

/** Rings with a sound for what had happened long before. */
export function staleNews({ browser }: Scene): string[] {
  const stale = browser.diary.rings.filter(({ id, time, delivery }) => {
    const isQuiet = delivery.type === 'summary' && delivery.late;
    return !isQuiet && time - closeTimeOf(id) > LONGEST_NEWS_MS;
  });
  return stale.map((ring) => `rung as news: ${describeRing(ring)}`);
}

function describeRing({ id, tab, time }: Ring): string {
  return `${id} in ${tab} at ${new Date(time).toISOString().slice(11, 23)}`;
}
