import type { UpdatePorts } from './updates.ts';
import { text } from '../text/text.ts';

/**
 * The real service worker, beside the page's own address so that any path works; or the reason why
 * there is none.
 */
export function browserRegistrar(): Pick<
  UpdatePorts,
  'openRegistrar' | 'missing' | 'isControlled'
> {
  // The development server builds none; whoever runs it knows.
  if (import.meta.env.DEV) return { openRegistrar: null, missing: null, isControlled: false };
  if (!('serviceWorker' in navigator)) {
    const { insecure, missing } = text().shell.offline;
    const reason = isSecureContext ? missing : insecure;
    return { openRegistrar: null, missing: reason, isControlled: false };
  }
  const scriptUrl = new URL('./service-worker.js', document.baseURI);
  return {
    openRegistrar: async () => new (await import('workbox-window')).Workbox(scriptUrl.href),
    missing: null,
    isControlled: navigator.serviceWorker.controller !== null,
  };
}
