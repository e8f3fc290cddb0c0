import type { InstallState } from '../install/install-offer.ts';
import type { NotificationsState } from '../notify/notifications-control.ts';
import type { SoundState } from '../sound/bell.ts';
import type { Host } from './host.ts';

/** What the browser says only when it is asked. */
export interface BrowserFacts {
  readonly host: Host;
  /** Opened as an installed app, in a window of its own. */
  readonly isInstalled: boolean;
  /** The browser had thrown this tab away and has loaded it again. */
  readonly wasDiscarded: boolean;
  readonly worker: 'active' | 'installing' | 'missing';
  readonly storage: StorageFacts;
  readonly userAgent: string;
}

export interface StorageFacts {
  /** Null where the browser does not say. */
  readonly isPersistent: boolean | null;
  /** Bytes. */
  readonly room: { readonly used: number; readonly quota: number } | null;
}

/** What can be said of the page without the engine. */
export interface PageFacts {
  readonly notifications: NotificationsState;
  readonly sound: SoundState;
  readonly install: InstallState;
  /** Why there is no service worker, in words; empty where that is not known. */
  readonly workerMissing: string;
  /** Null until the browser has answered. */
  readonly browser: BrowserFacts | null;
  /** The browser was asked to keep the storage and has declined. */
  readonly hasDeclinedStorage: boolean;
  /** Whether the engine keeps what it finds; null until it has said so. */
  readonly isStored: boolean | null;
  /** Why it does not, in words; empty where that is not known. */
  readonly storageFailure: string;
}
