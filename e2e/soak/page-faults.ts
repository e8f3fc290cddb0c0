/** What happens to pages: closed, hidden, frozen, crashed, asleep, offline, several of them. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Exchange } from '../exchange/exchange.ts';
import type { FastMarket } from './fast-market.ts';
import { between } from './fault.ts';
import type { SoakFault, Wait } from './fault.ts';
import type { Tabs } from './tabs.ts';

const SHORT_SLEEP_MINUTES = 10;
const LONG_SLEEP_MINUTES = 600;

export interface PageFaultParts {
  readonly tabs: Tabs;
  readonly context: BrowserContext;
  readonly exchange: Exchange;
  readonly market: FastMarket;
  readonly random: () => number;
  readonly wait: Wait;
}

export function pageFaults(parts: PageFaultParts): readonly SoakFault[] {
  const { tabs, context, exchange, market, random, wait } = parts;
  const ms = (least: number, most: number): Promise<void> => wait(between(random, least, most));
  const first = (): Page => {
    const [page] = tabs.pages;
    if (!page) throw new Error('no tab is open');
    return page;
  };

  /** What the machine does not do while it sleeps, the market does. */
  const sleep = async (minutes: number): Promise<void> => {
    const page = first();
    await tabs.freeze(page);
    exchange.faults.terminateAll();
    await market.leap(minutes);
    await tabs.thaw(page);
  };

  return [
    {
      kind: 'page reload',
      weight: 2,
      endsEngine: true,
      strike: async () => void (await first().reload()),
    },
    {
      kind: 'tab closed and reopened',
      weight: 2,
      endsEngine: true,
      async strike() {
        await tabs.close(first());
        await ms(200, 5_000);
        await tabs.open();
      },
    },
    {
      kind: 'second tab, leader closed',
      weight: 2,
      endsEngine: true,
      async strike() {
        const leader = first();
        await tabs.open();
        await ms(500, 4_000);
        await tabs.close(leader);
      },
    },
    {
      kind: 'second tab, leader crashed',
      weight: 2,
      endsEngine: true,
      async strike() {
        const leader = first();
        await tabs.open();
        await ms(1_000, 4_000);
        await tabs.crash(leader);
      },
    },
    {
      kind: 'second tab, leader frozen',
      weight: 2,
      endsEngine: true,
      async strike() {
        const leader = first();
        const second = await tabs.open();
        await ms(1_000, 3_000);
        await tabs.freeze(leader);
        await ms(2_000, 5_000);
        await tabs.thaw(leader);
        await ms(500, 2_000);
        await tabs.close(random() < 0.5 ? leader : second);
      },
    },
    {
      kind: 'page crash',
      weight: 1,
      endsEngine: true,
      async strike() {
        await tabs.crash(first());
        await ms(200, 2_000);
        await tabs.open();
      },
    },
    {
      kind: 'engine crash',
      weight: 1,
      endsEngine: true,
      async strike() {
        const [worker] = first().workers();
        await worker?.evaluate(() => {
          setTimeout(() => {
            throw new Error('broken on purpose');
          });
        });
        await ms(2_000, 5_000);
      },
    },
    {
      kind: 'second tab opened and closed',
      weight: 1,
      async strike() {
        const second = await tabs.open();
        await ms(500, 4_000);
        await tabs.close(second);
        await tabs.show(first());
      },
    },
    {
      kind: 'page hidden',
      weight: 3,
      async strike() {
        await tabs.hide();
        await ms(3_000, 8_000);
        await tabs.show(first());
      },
    },
    {
      kind: 'page frozen',
      weight: 2,
      async strike() {
        await tabs.hide();
        await tabs.freeze(first());
        await ms(2_000, 8_000);
        await tabs.thaw(first());
        await tabs.show(first());
      },
    },
    { kind: 'sleep of 10 minutes', weight: 2, strike: () => sleep(SHORT_SLEEP_MINUTES) },
    { kind: 'sleep of 10 hours', weight: 0.5, strike: () => sleep(LONG_SLEEP_MINUTES) },
    {
      kind: 'offline',
      weight: 2,
      async strike() {
        await context.setOffline(true);
        await ms(2_000, 6_000);
        await context.setOffline(false);
      },
    },
  ];
}
