import { AxeBuilder } from '@axe-core/playwright';
import { expect, leaveOversold, openApp, test, toasts } from './fixtures.ts';

for (const colorScheme of ['dark', 'light'] as const) {
  for (const width of [360, 1440]) {
    test(`axe finds no violation at ${width} px, ${colorScheme}`, async ({ page, exchange }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openApp(page, exchange);
      leaveOversold(exchange);
      await expect(toasts(page).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html }))).toEqual([]);
    });
  }
}
