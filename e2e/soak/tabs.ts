/** The app's tabs in a browser, and what can be done to them. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

export interface Tabs {
  /** Oldest first; never none once the first is open, but while one is replaced. */
  readonly pages: readonly Page[];
  open(): Promise<Page>;
  /** As a user closes it, or as a browser that discards it. */
  close(page: Page): Promise<void>;
  /** Its process is gone. */
  crash(page: Page): Promise<void>;
  freeze(page: Page): Promise<void>;
  thaw(page: Page): Promise<void>;
  /** Puts an empty page in front of all. */
  hide(): Promise<void>;
  show(page: Page): Promise<void>;
}

export async function openTabs(context: BrowserContext, address: string): Promise<Tabs> {
  const pages: Page[] = [];
  const sessions = new Map<Page, CDPSession>();
  const empty = context.pages()[0] ?? (await context.newPage());

  const sessionOf = async (page: Page): Promise<CDPSession> => {
    const known = sessions.get(page);
    if (known) return known;
    const session = await context.newCDPSession(page);
    sessions.set(page, session);
    return session;
  };

  const forget = (page: Page): void => {
    pages.splice(pages.indexOf(page), 1);
    sessions.delete(page);
  };

  const setLifecycle = async (page: Page, state: 'frozen' | 'active'): Promise<void> => {
    const session = await sessionOf(page);
    await session.send('Page.setWebLifecycleState', { state });
  };

  return {
    pages,
    async open() {
      const page = await context.newPage();
      pages.push(page);
      await page.goto(address);
      await page.bringToFront();
      return page;
    },
    async close(page) {
      forget(page);
      await page.close();
    },
    async crash(page) {
      const session = await sessionOf(page);
      const isGone = page.waitForEvent('crash');
      // It never answers: what should answer is gone.
      session.send('Page.crash').catch(() => undefined);
      await isGone;
      forget(page);
      await page.close();
    },
    freeze: (page) => setLifecycle(page, 'frozen'),
    thaw: (page) => setLifecycle(page, 'active'),
    hide: () => empty.bringToFront(),
    show: (page) => page.bringToFront(),
  };
}
