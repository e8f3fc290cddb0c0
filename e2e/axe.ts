/** axe-core in a page: it is put there once and asked as often as wanted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** Half as long as what the package gives out by itself, and so sooner there. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, A and AA. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the rules are that a change of colours can break. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

export interface Violation {
  readonly id: string;
  readonly html: string;
  /** What is wrong, with the numbers. */
  readonly summary: string;
}

/** Puts axe into the page, until it is loaded anew. The page's policy does not concern it. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(SOURCE);
}

/** What is wrong within `area` (a selector), of colours or altogether. */
export async function violations(
  page: Page,
  area: string,
  extent: 'everything' | 'colours',
): Promise<readonly Violation[]> {
  const runOnly =
    extent === 'everything'
      ? { type: 'tag' as const, values: LEVELS }
      : { type: 'rule' as const, values: ABOUT_COLOURS };
  return page.evaluate(
    async ({ selector, options }) => {
      const found = document.querySelectorAll(selector);
      if (found.length === 0) throw new Error(`nothing is ${selector}`);
      const results = await (globalThis as unknown as { axe: typeof axe }).axe.run(
        { include: [...found] },
        options,
      );
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => ({
          id,
          html: html.slice(0, 200),
          summary: (failureSummary ?? '').replaceAll(/\s+/g, ' '),
        })),
      );
    },
    // What it fetches beforehand are style sheets, for rules that are not asked for.
    {
      selector: area,
      options: { runOnly, preload: false, resultTypes: ['violations' as const] },
    },
  );
}
