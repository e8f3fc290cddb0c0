import type { Page } from '@playwright/test';

/**
 * What cannot be read as it stands: words that an edge cuts in two, where neither dots say that they
 * go on nor scrolling shows the rest; and the page itself, where it is wider than the window. What is
 * hidden wholly is meant to be.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Pixels: letters reach a little beyond the box of their line. */
    const slack = 2;
    const top = document.querySelector('dialog[open]') ?? document.body;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth)
      found.push(`the page is ${scrollWidth - clientWidth} px too wide`);

    /** How much of the text its surroundings cut off on each axis, in pixels. */
    const cut = (text: Text): { x: number; y: number; isWhole: boolean } => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, top: upper, bottom } = range.getBoundingClientRect();
      const whole = { left, right, upper, bottom };
      const seen = { ...whole };
      for (let around = text.parentElement; around !== null; around = around.parentElement) {
        const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(around);
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) break;
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const edge = around.getBoundingClientRect();
        seen.left = Math.max(seen.left, edge.left);
        seen.right = Math.min(seen.right, edge.right);
        seen.upper = Math.max(seen.upper, edge.top);
        seen.bottom = Math.min(seen.bottom, edge.bottom);
        // What the dots stand for is not missed.
        if (textOverflow === 'ellipsis')
          Object.assign(whole, { left: seen.left, right: seen.right });
        if (webkitLineClamp !== 'none') whole.bottom = seen.bottom;
      }
      const width = seen.right - seen.left;
      const height = seen.bottom - seen.upper;
      return {
        x: whole.right - whole.left - width,
        y: whole.bottom - whole.upper - height,
        isWhole: width < slack || height < slack,
      };
    };

    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || node.data.trim() === '' || parent === null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (parent.closest('option, script, style') !== null) continue;
      const { x, y, isWhole } = cut(node);
      if (isWhole || Math.max(x, y) <= slack) continue;
      const where = parent.closest('[class]')?.className ?? parent.localName;
      found.push(
        `“${node.data.trim().slice(0, 40)}” in ${where}, by ${Math.round(Math.max(x, y))} px`,
      );
    }
    return found;
  });
}
