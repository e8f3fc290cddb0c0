/** Where the count is shown. */
export interface UnreadPorts {
  isHidden(): boolean;
  onVisible(act: () => void): void;
  readonly page: { title: string };
  /** The installed app's icon; absent where the browser has none. May reject: it is an extra. */
  readonly badge: {
    setAppBadge(count: number): Promise<void>;
    clearAppBadge(): Promise<void>;
  } | null;
}

export interface Unread {
  /** Counts alerts told while the page is hidden; each id once. */
  add(alertIds: readonly string[]): void;
  /** Uncounts alerts that were dismissed elsewhere. */
  remove(alertIds: Iterable<string>): void;
}

const COUNT_PREFIX = /^\(\d+\) /;

/** Shows how many alerts came while nobody looked, in the title and on the app's icon. */
export function createUnread(ports: UnreadPorts): Unread {
  const ids = new Set<string>();

  const show = (): void => {
    const title = ports.page.title.replace(COUNT_PREFIX, '');
    ports.page.title = ids.size > 0 ? `(${ids.size}) ${title}` : title;
    void showBadge(ports.badge, ids.size);
  };

  ports.onVisible(() => {
    ids.clear();
    show();
  });

  return {
    add(alertIds) {
      if (!ports.isHidden()) return;
      for (const id of alertIds) ids.add(id);
      show();
    },
    remove(alertIds) {
      const before = ids.size;
      for (const id of alertIds) ids.delete(id);
      if (ids.size !== before) show();
    },
  };
}

/** Resolves to whether the icon shows it; a browser may refuse where the app is not installed. */
async function showBadge(badge: UnreadPorts['badge'], count: number): Promise<boolean> {
  try {
    if (count > 0) await badge?.setAppBadge(count);
    else await badge?.clearAppBadge();
    return badge !== null;
  } catch {
    return false;
  }
}
