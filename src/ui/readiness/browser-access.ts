/** The real browser behind the readiness check. Nothing here rejects but the test notification. */
import { browserPlatform } from '../install/platform.ts';
import type { NotificationContent } from '../notify/notification-content.ts';
import { partText, text } from '../text/text.ts';
import { detectHost } from './host.ts';
import type { BrowserFacts, StorageFacts } from './page-facts.ts';

export interface BrowserAccess {
  read(): Promise<BrowserFacts>;
  /** Asks for storage that the browser does not clear by itself; whether it agreed. */
  keepStorage(): Promise<boolean>;
  /** Rejects where it cannot be shown. */
  showTestNotification(): Promise<void>;
  /** Rejects where the browser does not allow it. */
  copy(words: string): Promise<void>;
}

export const browserAccess: BrowserAccess = {
  async read() {
    const { isIos, isInstalled } = browserPlatform();
    const { userAgent } = navigator;
    return {
      host: detectHost(userAgent, isIos),
      isInstalled,
      wasDiscarded: 'wasDiscarded' in document && document.wasDiscarded === true,
      worker: await readWorker(),
      storage: await readStorage(),
      userAgent,
    };
  },
  async keepStorage() {
    return (await answerOrNull(() => navigator.storage.persist())) ?? false;
  },
  async showTestNotification() {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration?.active) throw new Error(text().shell.notifications.noWorker);
    const page = new URL(document.baseURI);
    page.hash = '';
    const { title, body } = partText().readiness.test;
    const content: NotificationContent = {
      body,
      icon: new URL('icons/icon-192.png', page).href,
      badge: new URL('icons/badge-96.png', page).href,
      tag: 'readiness-test',
      renotify: true,
      timestamp: Date.now(),
      data: { id: null, url: page.href },
      actions: [],
    };
    await registration.showNotification(title, content);
  },
  copy: (words) => navigator.clipboard.writeText(words),
};

async function readWorker(): Promise<BrowserFacts['worker']> {
  if (!('serviceWorker' in navigator)) return 'missing';
  const registration = await answerOrNull(() => navigator.serviceWorker.getRegistration());
  if (registration?.active) return 'active';
  return registration?.installing || registration?.waiting ? 'installing' : 'missing';
}

/** Browsers withhold it on addresses that are not secure, and some in private windows. */
async function readStorage(): Promise<StorageFacts> {
  if (!('storage' in navigator)) return { isPersistent: null, room: null };
  const [isPersistent, estimate] = await Promise.all([
    answerOrNull(() => navigator.storage.persisted()),
    answerOrNull(() => navigator.storage.estimate()),
  ]);
  const { usage, quota } = estimate ?? {};
  const isKnown = usage !== undefined && quota !== undefined;
  return { isPersistent, room: isKnown ? { used: usage, quota } : null };
}

/** What a browser does not know or refuses to tell is not known: the line then says so. */
async function answerOrNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
