import { computed, effect, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Alert } from '../domain/alert.ts';
import type { Delivery } from '../protocol/delivery.ts';
import type { Command } from '../protocol/messages.ts';
import type { Settings } from '../protocol/settings.ts';
import { createDeliver } from './deliver.ts';
import { createDeskMode } from './desk/wake-lock.ts';
import type { DeskMode } from './desk/wake-lock.ts';
import { browserRegistrar } from './install/browser-registrar.ts';
import { createInstallOffer } from './install/install-offer.ts';
import type { InstallOffer } from './install/install-offer.ts';
import { browserPlatform } from './install/platform.ts';
import { createUpdates } from './install/updates.ts';
import type { Updates } from './install/updates.ts';
import { followAppLinks } from './notify/app-link.ts';
import { followDismissed } from './notify/follow-dismissed.ts';
import { browserPermission } from './notify/browser-permission.ts';
import { createNotificationsControl } from './notify/notifications-control.ts';
import type { NotificationsControl } from './notify/notifications-control.ts';
import { createNotifier } from './notify/notifier.ts';
import { createPermission } from './notify/permission.ts';
import { createBell } from './sound/bell.ts';
import type { Bell } from './sound/bell.ts';
import { afterStart, onUnlockingGesture, openBrowserVoice } from './sound/browser-voice.ts';
import { isPageSeen } from './state/sight.ts';
import { showUnread } from './unread/show-unread.ts';
import { createUnread } from './unread/unread.ts';
import { text } from './text/text.ts';

/** What the rest of the page gives. */
export interface DevicePorts {
  readonly settings: ReadonlySignal<Settings>;
  /** Whether these are the user's: the engine has told them. */
  readonly areSettingsKnown: ReadonlySignal<boolean>;
  readonly alerts: ReadonlySignal<readonly Alert[]>;
  send(command: Command): void;
  formatPrice(symbol: string, price: string): string;
  openAlert(id: string): void;
  openHistory(): void;
  /** A rule from somebody else, as its link has it. */
  offerRule(link: string): void;
  /** Tells the user of something that is missing or failed; one notice per `id`. */
  tell(message: string, id: string): void;
}

/** The device that the app runs on, as its buttons see it: bell, notifications, installed app. */
export interface Device {
  readonly bell: Bell;
  readonly notifications: NotificationsControl;
  readonly installOffer: InstallOffer;
  readonly updates: Updates;
  readonly deskMode: DeskMode;
  /** Rings for what is due; call it for each `deliveryDue`. */
  readonly deliver: (delivery: Delivery, until: number) => void;
}

/** Wires sound, notifications, install and update to the real browser. Call it once. */
export function createDevice(ports: DevicePorts): Device {
  const { settings, send } = ports;
  const platform = browserPlatform();

  const bell = createBell({
    isEnabled: computed(() => settings.value.enableAudio),
    changeEnabled: (enableAudio) => send({ type: 'changeSettings', changes: { enableAudio } }),
    openVoice: openBrowserVoice,
    afterStart,
    onGesture: onUnlockingGesture,
  });

  const permission = createPermission(browserPermission(platform.isIos && !platform.isInstalled));
  // Until the engine has told, what the browser grants says it: the header is to keep its height.
  const isEnabled = computed(() =>
    ports.areSettingsKnown.value
      ? settings.value.enableBrowser
      : permission.state.value === 'granted',
  );
  const notifications = createNotificationsControl({
    permission,
    isEnabled,
    changeEnabled: (enableBrowser) => send({ type: 'changeSettings', changes: { enableBrowser } }),
  });
  const notifier = createNotifier({
    permission: permission.state,
    isEnabled: () => isEnabled.value,
    isHidden: () => !isPageSeen.peek(),
    pageUrl: () => document.baseURI,
    now: Date.now,
    formatPrice: ports.formatPrice,
    registration: activeRegistration,
  });

  const unread = createUnread({
    alerts: ports.alerts,
    isPageSeen,
    now: Date.now,
  });
  showUnread(unread, {
    page: document,
    icon: document.querySelector<HTMLLinkElement>('link[rel="icon"]'),
    badge: 'setAppBadge' in navigator ? navigator : null,
  });

  const deskMode = createDeskMode({
    request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null,
    isPageSeen,
  });

  const updates = createUpdates({
    ...browserRegistrar(),
    reload: () => location.reload(),
    now: Date.now,
    every: (intervalMs, act) => void setInterval(act, intervalMs),
  });
  // Installing a first service worker is as much work as the page's own start, which comes first.
  afterStart(() => void updates.start());

  const deliver = createDeliver({
    bell,
    notifier,
    now: Date.now,
    confirm: (ids) => send({ type: 'confirmDelivery', ids }),
  });

  followDismissed(ports.alerts, (ids) => {
    void notifier.remove(ids);
  });

  followAppLinks((message) => {
    if (message.type === 'openAlert') ports.openAlert(message.id);
    else if (message.type === 'openHistory') ports.openHistory();
    else if (message.type === 'offerRule') ports.offerRule(message.link);
    else send({ type: 'dismissAlert', id: message.id });
  });

  const installOffer = createInstallOffer(window, platform);
  const { showFailed, revoked } = text().shell.notifications;
  tellOf(ports, 'notification', notifier.failure, showFailed);
  tellOf(ports, 'sound', bell.failure, text().shell.sound.failed);
  tellOf(ports, 'install', installOffer.failure, text().shell.install.failed);
  tellOf(ports, 'offline', updates.missing, text().shell.offline.notice);
  effect(() => {
    // Browsers revoke permissions on their own: the user believes to be told, and is not.
    const isLost = isEnabled.value && permission.state.value !== 'granted';
    if (isLost) untracked(() => ports.tell(revoked, 'notification-permission'));
  });

  return {
    bell,
    notifications,
    installOffer,
    updates,
    deskMode,
    deliver,
  };
}

/** How long a notification waits for the service worker of a first visit to be installed. */
const INSTALLING_PATIENCE_MS = 30_000;

/** `ready` alone would wait for good where registration failed. */
async function activeRegistration(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.active) return registration;
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), INSTALLING_PATIENCE_MS);
  });
  return Promise.race([navigator.serviceWorker.ready, tooLate]);
}

function tellOf(
  { tell }: DevicePorts,
  id: string,
  failure: ReadonlySignal<string | null>,
  words: (reason: string) => string,
): void {
  effect(() => {
    const reason = failure.value;
    // What `tell` reads is its own affair: following it would tell again and again.
    if (reason !== null) untracked(() => tell(words(reason), id));
  });
}
