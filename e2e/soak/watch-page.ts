/**
 * What a page tells of itself while it is watched from inside: engines and what they report, what is
 * told to the user, notifications. Runs in the page before anything of the app.
 */
import type { BrowserContext } from '@playwright/test';

/** `engine` is unique over all pages of a run. */
export type PageNote =
  | { readonly type: 'engine'; readonly engine: string }
  /** The engine has told the page to ring for these alerts, and the page rings. */
  | { readonly type: 'due'; readonly engine: string; readonly ids: readonly string[] }
  /** A notification was asked for: of one alert, or of the summary that was due longest. */
  | { readonly type: 'notified'; readonly ids: readonly string[] }
  | {
      readonly type: 'health';
      readonly engine: string;
      readonly isDelivering: boolean;
      readonly gapsFound: number;
      readonly gapsFilled: number;
      readonly observerFaults: number;
      readonly dropped: number;
    }
  | { readonly type: 'fault'; readonly text: string };

declare global {
  interface Window {
    noteOfSoak?: (note: PageNote) => Promise<void>;
  }
}

interface Message {
  readonly type: string;
  /** Of `deliveryDue`. */
  readonly until: number;
  readonly delivery?: {
    readonly alert?: { readonly id: string };
    readonly signals?: readonly { readonly id: string }[];
  };
  readonly health?: {
    readonly isDelivering: boolean;
    readonly gapsFound: number;
    readonly gapsFilled: number;
    readonly observerFaults: number;
    readonly connection: { readonly dropped: number };
  };
  readonly message?: string;
  readonly limitation?: string;
  readonly reason?: string;
}

/** Watches every page of the context that is opened from now on. */
export async function watchPages(
  context: BrowserContext,
  onNote: (note: PageNote) => void,
): Promise<void> {
  await context.exposeBinding('noteOfSoak', (_source, note: PageNote) => onNote(note));
  await context.addInitScript(installWatch);
}

/** Serialized into the page: it may name nothing from outside. */
function installWatch(): void {
  const note = (what: PageNote): void => void window.noteOfSoak?.(what);
  const page = Math.random().toString(36).slice(2);
  let engines = 0;
  const told = new Set<string>();
  const single = new Set<string>();
  /** Summaries that are due while nobody looks: each is to be notified. */
  const summaries: (readonly string[])[] = [];

  const idsOf = (delivery: Message['delivery']): readonly string[] =>
    delivery?.alert ? [delivery.alert.id] : (delivery?.signals ?? []).map(({ id }) => id);

  const watchEngine = (worker: Worker): void => {
    engines += 1;
    const engine = `${page}-${engines}`;
    note({ type: 'engine', engine });
    let lastHealth = '';
    worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      // One that comes too late, or again, is left alone by the page.
      const ids =
        data.type === 'deliveryDue' && Date.now() < data.until ? idsOf(data.delivery) : [];
      const news = ids.filter((id) => !told.has(id));
      if (news.length > 0) {
        for (const id of news) told.add(id);
        note({ type: 'due', engine, ids: news });
        if (data.delivery?.alert) for (const id of news) single.add(id);
        else if (document.hidden) summaries.push(news);
      }
      if (data.type === 'engineFailed') note({ type: 'fault', text: `engine: ${data.message}` });
      if (data.type === 'limitationFound') {
        note({ type: 'fault', text: `${data.limitation}: ${data.reason}` });
      }
      if (data.type === 'healthChanged' && data.health) {
        const { isDelivering, gapsFound, gapsFilled, observerFaults } = data.health;
        const { dropped } = data.health.connection;
        const counts = { isDelivering, gapsFound, gapsFilled, observerFaults, dropped };
        if (JSON.stringify(counts) === lastHealth) return;
        lastHealth = JSON.stringify(counts);
        note({ type: 'health', engine, ...counts });
      }
    });
  };

  window.Worker = new Proxy(window.Worker, {
    construct(target, args, newTarget) {
      const worker = Reflect.construct(target, args, newTarget) as Worker;
      watchEngine(worker);
      return worker;
    },
  });

  const { prototype } = ServiceWorkerRegistration;
  const { showNotification } = prototype;
  prototype.showNotification = function show(title, options) {
    const tag = options?.tag ?? '';
    note({ type: 'notified', ids: single.has(tag) ? [tag] : (summaries.shift() ?? []) });
    return showNotification.call(this, title, options);
  };
  window.addEventListener('error', ({ message }) => note({ type: 'fault', text: message }));
}
