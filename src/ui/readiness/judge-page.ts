/** The lines about this browser and this device. */
import { formatBytes } from '../format/compact.ts';
import type { NotificationsState } from '../notify/notifications-control.ts';
import type { SoundState } from '../sound/bell.ts';
import { partText } from '../text/text.ts';
import { stopsWhenHidden } from './host.ts';
import type { BrowserFacts, PageFacts } from './page-facts.ts';
import { line } from './readiness-line.ts';
import type { Grade, LineAction, LineId, LineWords, ReadinessLine } from './readiness-line.ts';

/** Less room than this is soon used up by a history of many rules. */
const LITTLE_ROOM_BYTES = 20 * 1024 ** 2;

type Judged<State extends string> = Readonly<Record<State, readonly [Grade, LineAction | null]>>;

const NOTIFICATIONS: Judged<NotificationsState> = {
  on: ['good', 'testNotification'],
  off: ['problem', 'enableNotifications'],
  denied: ['problem', null],
  'needs-install': ['problem', null],
  unsupported: ['problem', null],
};

const SOUND: Judged<SoundState> = {
  on: ['good', 'ring'],
  blocked: ['problem', 'unlockSound'],
  off: ['note', 'turnSoundOn'],
  unsupported: ['note', null],
};

export function judgePage(facts: PageFacts): readonly ReadinessLine[] {
  const words = partText().readiness;
  const { notifications, sound, browser } = facts;
  const told = [
    line(
      'notifications',
      ...judged(NOTIFICATIONS[notifications], words.notifications[notifications]),
    ),
    line('sound', ...judged(SOUND[sound], words.sound[sound])),
  ];
  if (!browser) {
    const asked: readonly LineId[] = ['worker', 'background', 'install', 'storage'];
    return [...told, ...asked.map(stillChecking)];
  }
  return [
    ...told,
    workerLine(browser, facts),
    backgroundLine(browser, facts),
    installLine(browser, facts),
    storageLine(browser, facts),
  ];
}

/** Nothing can be said yet. */
export function stillChecking(id: LineId): ReadinessLine {
  return line(id, 'checking', { found: partText().readiness.checking, meaning: '', advice: '' });
}

function judged(
  [grade, action]: readonly [Grade, LineAction | null],
  words: LineWords,
): [Grade, LineWords, LineAction | null] {
  return [grade, words, action];
}

function workerLine({ worker }: BrowserFacts, { workerMissing }: PageFacts): ReadinessLine {
  const words = partText().readiness.worker;
  switch (worker) {
    case 'active':
      return line('worker', 'good', words.active);
    case 'installing':
      return line('worker', 'note', words.installing, 'checkAgain');
    case 'missing':
      return line('worker', 'problem', words.missing(workerMissing), 'checkAgain');
    default:
      return worker satisfies never;
  }
}

function backgroundLine(browser: BrowserFacts, { notifications }: PageFacts): ReadinessLine {
  const words = partText().readiness.background;
  const { host, isInstalled, wasDiscarded } = browser;
  const hasReason = isInstalled || notifications === 'on';
  const isSpared = host === 'chromium' && hasReason && !wasDiscarded;
  const said = isSpared ? words.spared : words.limits[host];
  const isTold = wasDiscarded && !stopsWhenHidden(host);
  return line('background', isSpared ? 'good' : 'note', {
    ...said,
    found: isTold ? words.discarded : said.found,
  });
}

function installLine({ host, isInstalled }: BrowserFacts, { install }: PageFacts): ReadinessLine {
  const words = partText().readiness;
  if (isInstalled) return line('install', 'good', words.installed);
  const canAsk = install === 'offered';
  return line('install', 'note', words.notInstalled(host, canAsk), canAsk ? 'install' : null);
}

function storageLine({ storage }: BrowserFacts, facts: PageFacts): ReadinessLine {
  const words = partText().readiness.storage;
  if (facts.isStored === false) return line('storage', 'problem', words.lost(facts.storageFailure));
  const { room, isPersistent } = storage;
  const roomWords = room ? words.room(formatBytes(room.used), formatBytes(room.quota)) : '';
  const withRoom = (said: LineWords): LineWords => ({
    ...said,
    meaning: [said.meaning, roomWords].join(' ').trim(),
  });
  if (room && room.quota - room.used < LITTLE_ROOM_BYTES) {
    return line('storage', 'note', withRoom(words.low));
  }
  if (isPersistent === null) return line('storage', 'note', withRoom(words.unknown));
  if (isPersistent) return line('storage', 'good', withRoom(words.kept));
  const said = facts.hasDeclinedStorage ? words.declined : words.evictable;
  return line('storage', 'note', withRoom(said), 'keepStorage');
}
