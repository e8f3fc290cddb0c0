/** Shows the count of unread alerts where it is seen from afar: title, tab icon, app icon. */
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export interface UnreadPlaces {
  readonly page: { title: string };
  /** The page's icon element; absent where there is none. */
  readonly icon: { href: string } | null;
  /** The installed app's icon; absent where the browser has none. May reject: it is an extra. */
  readonly badge: {
    setAppBadge(count: number): Promise<void>;
    clearAppBadge(): Promise<void>;
  } | null;
}

const COUNT_PREFIX = /^\(\d+\) /;

export function showUnread(count: ReadonlySignal<number>, places: UnreadPlaces): () => void {
  const { page, icon, badge } = places;
  const plainIcon = icon?.href ?? '';
  let isMarked = false;
  return effect(() => {
    const unread = count.value;
    // Nothing to take away where nothing was put: a hidden page is not to be touched for nothing.
    if (unread === 0 && !isMarked) return;
    isMarked = unread > 0;
    const title = page.title.replace(COUNT_PREFIX, '');
    page.title = unread > 0 ? `(${unread}) ${title}` : title;
    if (icon) icon.href = unread > 0 ? iconWithCount(unread) : plainIcon;
    const shown = unread > 0 ? badge?.setAppBadge(unread) : badge?.clearAppBadge();
    shown?.catch(() => {
      // A browser may refuse where the app is not installed.
    });
  });
}

const MOST_SHOWN = 99;

/** The app's bell under the count, as an address. */
function iconWithCount(count: number): string {
  const shown = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  const size = shown.length > 2 ? 26 : 34;
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
    '<rect width="64" height="64" rx="14" fill="#b51f35"/>' +
    '<text x="32" y="33" fill="#fff" font-family="system-ui,sans-serif" font-weight="700" ' +
    `font-size="${size}" text-anchor="middle" dominant-baseline="central">${shown}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
