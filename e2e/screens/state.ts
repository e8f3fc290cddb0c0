/** What a state of the page is, and what it is made with. */
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { BuiltApp } from '../built-app.ts';
import type { Exchange, ExchangeOptions } from '../exchange/exchange.ts';

/** The parts of the page in the order of the bar at the bottom of a narrow one. */
export const PARTS = ['market', 'chart', 'history', 'rules', 'health'] as const;
export type Part = (typeof PARTS)[number];

export interface Stage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly app: BuiltApp;
  /** At which the page is arranged. */
  readonly width: number;
  readonly part: Part;
  /** False: somebody who has been here before, and has closed the first steps. */
  readonly isFirstVisit: boolean;
  /** A local exchange, made when it is first asked for. */
  exchange(options?: ExchangeOptions): Promise<Exchange>;
}

export interface State {
  /** Of its pictures, and by which it is asked for. */
  readonly name: string;
  /** What is shown where there is room for one part of the page only. */
  readonly part: Part;
  /** Selects what differs from the states that show the same page; left out, everything does. */
  readonly area?: string;
  /** Nothing but colours differs from another state. */
  readonly isLikeAnother?: boolean;
  /** Nothing differs from another state but how far it is scrolled. */
  readonly isScrolled?: boolean;
  /** Brings an empty page into the state. It shows all parts then, unless the state is fleeting. */
  arrange(stage: Stage): Promise<void>;
  /** The browser, where it is not the usual one. */
  readonly browser?: BrowserContextOptions;
  /** The page's first steps are shown, which stand above everything else. */
  readonly isFirstVisit?: boolean;
  /** Only these widths show anything that other states do not. */
  readonly widths?: readonly number[];
  /** Its toasts are what it is about. */
  readonly isRinging?: boolean;
  /** It does not last (a menu closes, a toast goes), so it is arranged anew for each width. */
  readonly isFleeting?: boolean;
}
