/** A place in the app that a notification, a shortcut or a link leads to. */
export type AppLink =
  | { readonly type: 'openAlert'; readonly id: string }
  | { readonly type: 'openHistory' }
  /** A rule from somebody else, unread. */
  | { readonly type: 'offerRule'; readonly link: string };

/** What the service worker may ask of the page. */
export type WorkerMessage = AppLink | { readonly type: 'dismissAlert'; readonly id: string };

/** Reads `#alert=<id>`, `#history` or `#rule=<rule>` from an address; null for any other. */
export function parseAppLink(address: string): AppLink | null {
  const hash = address.includes('#') ? address.slice(address.indexOf('#') + 1) : '';
  if (hash === 'history') return { type: 'openHistory' };
  if (hash.startsWith('rule=')) return { type: 'offerRule', link: hash };
  const id = new URLSearchParams(hash).get('alert');
  return id === null || id === '' ? null : { type: 'openAlert', id };
}

/** Reads a message posted by the service worker; null for anything else. */
export function parseWorkerMessage(data: unknown): WorkerMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'openHistory') return { type: 'openHistory' };
  if (!('id' in data) || typeof data.id !== 'string') return null;
  if (data.type === 'openAlert') return { type: 'openAlert', id: data.id };
  if (data.type === 'dismissAlert') return { type: 'dismissAlert', id: data.id };
  return null;
}

/**
 * Calls back for every link that the page is opened with or told of later: its own address, the
 * service worker's messages, and launches that focused this window.
 */
export function followAppLinks(receive: (message: WorkerMessage) => void): void {
  const receiveAddress = (address: string): void => {
    const link = parseAppLink(address);
    if (link !== null) receive(link);
  };
  receiveAddress(location.href);
  addEventListener('hashchange', () => receiveAddress(location.href));
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      const message = parseWorkerMessage(data);
      if (message !== null) receive(message);
    });
  }
  window.launchQueue?.setConsumer(({ targetURL }) => {
    if (targetURL) receiveAddress(targetURL);
  });
}

declare global {
  interface Window {
    /** https://wicg.github.io/web-app-launch/ ; Chromium only. */
    readonly launchQueue?: {
      setConsumer(consume: (params: { readonly targetURL?: string }) => void): void;
    };
  }
}
