/**
 * What a click on a notification does. Pure decisions over small ports, so that they are tested
 * without a service worker.
 */

/** What the page stored with the notification, read again with suspicion. */
export interface NotificationTarget {
  /** The alert; null for a summary. */
  readonly id: string | null;
  /** The page to open when none is there: inside the scope, without a hash. */
  readonly url: string;
}

export type PageMessage =
  | { readonly type: 'openAlert'; readonly id: string }
  | { readonly type: 'openHistory' }
  | { readonly type: 'dismissAlert'; readonly id: string };

/** An open window of the app; `WindowClient` fits. */
export interface AppWindow {
  readonly url: string;
  readonly focused: boolean;
  readonly visibilityState: string;
  focus(): Promise<unknown>;
  postMessage(message: PageMessage): void;
}

export interface ClickPorts {
  /** The address under which the app lives, ending in a slash. */
  readonly scope: string;
  windows(): Promise<readonly AppWindow[]>;
  openWindow(url: string): Promise<unknown>;
}

/** Opens the alert (or the history, for a summary) in an open window, else in a new one. */
export async function openFromNotification(data: unknown, ports: ClickPorts): Promise<void> {
  const target = parseTarget(data, ports.scope);
  const client = chooseWindow(await ports.windows(), target.url, ports.scope);
  if (client === null) {
    await ports.openWindow(addressOf(target));
    return;
  }
  const { id } = target;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client has no origin
  client.postMessage(id === null ? { type: 'openHistory' } : { type: 'openAlert', id });
  try {
    await client.focus();
  } catch {
    // The window went away meanwhile, or may not be focused from here.
    await ports.openWindow(addressOf(target));
  }
}

/** Dismisses the alert where a window is open; without one it stays for the next visit. */
export async function dismissFromNotification(data: unknown, ports: ClickPorts): Promise<void> {
  const { id, url } = parseTarget(data, ports.scope);
  if (id === null) return;
  chooseWindow(await ports.windows(), url, ports.scope)?.postMessage({ type: 'dismissAlert', id });
}

/** Reads a notification's data. An address outside the app falls back to the app's own. */
export function parseTarget(data: unknown, scope: string): NotificationTarget {
  const given = typeof data === 'object' && data !== null ? data : {};
  const id = 'id' in given && typeof given.id === 'string' && given.id !== '' ? given.id : null;
  const address = 'url' in given && typeof given.url === 'string' ? given.url : scope;
  return { id, url: isInside(address, scope) ? withoutHash(address) : scope };
}

/**
 * The window that shows the same market, best first: the very page that told it, then a focused
 * one, then a visible one. A window of another market (demo beside exchange) does not know the
 * alert.
 */
export function chooseWindow(
  windows: readonly AppWindow[],
  url: string,
  scope: string,
): AppWindow | null {
  const feed = feedOf(url);
  const rank = (window: AppWindow): number =>
    (withoutHash(window.url) === url ? 4 : 0) +
    (window.focused ? 2 : 0) +
    (window.visibilityState === 'visible' ? 1 : 0);
  const fitting = windows.filter(
    (window) => isInside(window.url, scope) && feedOf(window.url) === feed,
  );
  return fitting.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

function addressOf({ id, url }: NotificationTarget): string {
  return `${url}#${id === null ? 'history' : `alert=${encodeURIComponent(id)}`}`;
}

function isInside(address: string, scope: string): boolean {
  return URL.canParse(address) && new URL(address).href.startsWith(scope);
}

function feedOf(address: string): string | null {
  return new URL(address).searchParams.get('feed');
}

function withoutHash(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
