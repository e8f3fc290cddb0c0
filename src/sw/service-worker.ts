/**
 * The service worker: the app's own files offline, and clicks on notifications.
 *
 * It never answers a request to an exchange, and it never takes over from an older version by
 * itself: the page asks its user first.
 */
import {
  addPlugins,
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
} from 'workbox-precaching';
import { addSecurityHeaders } from './add-security-headers.ts';
import { dismissFromNotification, openFromNotification } from './notification-click.ts';
import type { ClickPorts } from './notification-click.ts';
import { isShellNavigation, shellAddressFor } from './shell-navigation.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: the app's files with their revisions. */
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
};

const SHELL = 'index.html';
const { scope } = self.registration;

const clickPorts: ClickPorts = {
  scope,
  // A page loaded past the service worker (forced reload) is a window of the app as well.
  windows: () => self.clients.matchAll({ type: 'window', includeUncontrolled: true }),
  openWindow: (url) => self.clients.openWindow(url),
};

// Before the precache's own listener: the first to answer wins.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (isShellNavigation(request, scope)) {
    event.respondWith(answerShell(request));
    return;
  }
  const shellAddress = shellAddressFor(request, scope);
  if (shellAddress !== null) event.respondWith(answerOther(request, shellAddress));
});

addPlugins([{ handlerWillRespond: async ({ response }) => addSecurityHeaders(response) }]);
// oxlint-disable-next-line no-underscore-dangle -- the name that the build looks for
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener('activate', (event) => {
  // The page that let a new version in waits for it to take over, then reloads.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', ({ data }) => {
  if (isSkipWaiting(data)) void self.skipWaiting();
});

self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  const { data }: { readonly data: unknown } = notification;
  notification.close();
  const react = action === 'dismiss' ? dismissFromNotification : openFromNotification;
  event.waitUntil(react(data, clickPorts));
});

async function answerShell(request: Request): Promise<Response> {
  return addSecurityHeaders((await matchPrecache(SHELL)) ?? (await fetch(request)));
}

async function answerOther(request: Request, shellAddress: string): Promise<Response> {
  try {
    return addSecurityHeaders((await matchPrecache(request.url)) ?? (await fetch(request)));
  } catch {
    return Response.redirect(shellAddress);
  }
}

function isSkipWaiting(data: unknown): boolean {
  return (
    typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING'
  );
}
