/**
 * With a finger: what can be pressed is 44 px wide and high, or can be pressed within that much
 * around its middle. Links within a sentence are as high as their line.
 */
import type { Page } from '@playwright/test';
import { serveBuiltApp } from './built-app.ts';
import { expect, test } from './fixtures.ts';
import { NARROW, withState } from './screens/stage.ts';
import { STATES } from './screens/states/index.ts';

const LEAST = 44;

/** With what each of them shows, they have every kind of control. */
const SHOWN = ['market', 'chart', 'history', 'history-detail', 'rules', 'health'].concat(
  ['matrix', 'market-filter-none', 'market-search', 'market-view-menu', 'first-run'],
  ['rules-editor', 'rules-quick-alert', 'chart-indicators', 'chart-indicator-list'],
  ['settings', 'settings-backup', 'readiness', 'alerts-toasts', 'update-prompt'],
);

test.use({ viewport: { width: NARROW, height: 740 } });

for (const name of SHOWN) {
  const state = STATES.find((each) => each.name === name);
  if (state === undefined) throw new Error(`no state is called ${name}`);
  test(`${name}: a finger hits what it means`, async ({ browser }) => {
    const app = await serveBuiltApp();
    const touch = { ...state, browser: { ...state.browser, hasTouch: true, isMobile: true } };
    // It is arranged on a wide screen, where all is at hand, and then made narrow.
    await withState({ browser, app }, touch, NARROW, async (page) => {
      expect(await smallTargets(page, LEAST)).toEqual([]);
    });
    await app.close();
  });
}

/** Names and sizes of visible controls that are too small. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((demanded) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=switch]',
    );
    const top = document.querySelector('dialog[open]');
    return [...controls].flatMap((control) => {
      const box = control.getBoundingClientRect();
      const isShown =
        control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        box.width > 1 &&
        (top === null || top.contains(control));
      const style = getComputedStyle(control);
      if (!isShown || style.display === 'inline') return [];
      // A label, or a row that is pressed as a whole, is part of the target.
      const around = control.closest('label, tr');
      const isPart =
        around?.matches('label') || getComputedStyle(around ?? control).cursor === 'pointer';
      const target = (isPart && around ? around : control).getBoundingClientRect();
      if (Math.min(target.width, target.height) >= demanded - 0.5) return [];
      // Heads of columns stand in two lines above one another, each as high as WCAG asks for.
      if (control.closest('[role=columnheader]') && Math.min(box.width, box.height) >= 24)
        return [];
      // A control may be pressed beyond its edge: a square that it is hit in, everywhere, tells.
      control.scrollIntoView({ block: 'center' });
      const { left, top: upper, width: wide, height: high } = control.getBoundingClientRect();
      const isHit = (x: number, y: number) => {
        const hit = document.elementFromPoint(left + wide / 2 + x, upper + high / 2 + y);
        return hit !== null && (control.contains(hit) || hit.closest('label')?.control === control);
      };
      const least = demanded - 2;
      const reach = (isReached: (step: number) => boolean) => {
        let steps = 0;
        while (steps < least && isReached(steps + 1)) steps += 1;
        return steps;
      };
      const above = reach((step) => isHit(0, -step));
      const below = Math.min(
        reach((step) => isHit(0, step)),
        Math.max(least / 2, least - above),
      );
      const heights = [below - least, 0, below];
      const isColumn = (x: number) => heights.every((y) => isHit(x, y));
      if (isColumn(0) && reach(isColumn) + reach((step) => isColumn(-step)) >= least) return [];
      const label = control instanceof HTMLInputElement ? control.labels?.[0] : null;
      const called = control.getAttribute('aria-label') ?? (label ?? control).textContent.trim();
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return [`${control.localName} “${called.slice(0, 40)}” is ${size}`];
    });
  }, least);
}
