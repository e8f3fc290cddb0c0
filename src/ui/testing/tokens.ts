/** Reads the colours of the page's tokens out of its style sheets, and measures their contrast. */

/** Red, green and blue from 0 to 255, and how opaque it is, from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

type Scheme = 'dark' | 'light';

interface Rule {
  /** Of the media rule around it, empty when there is none. */
  readonly media: string;
  readonly selector: string;
  readonly body: string;
}

/** The colour tokens (without their dashes) that hold in a scheme and a palette; later ones win. */
export function readTokens(css: string, scheme: Scheme, palette: string): Map<string, Colour> {
  const tokens = new Map<string, Colour>();
  for (const { media, selector, body } of rulesOf(css)) {
    if (media !== '' && !(scheme === 'light' && media.includes('light'))) continue;
    const [, wanted = palette] = /data-palette='([^']+)'/.exec(selector) ?? [];
    if (wanted !== palette) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      const colour = parseColour(value.trim());
      if (colour) tokens.set(name, colour);
    }
  }
  return tokens;
}

function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let media = '';
  const bare = css.replaceAll(/\/\*.*?\*\//gs, '');
  for (const [, head = '', body] of bare.matchAll(/([^{}]*)(?:\{([^{}]*)\}|\{|\})/g)) {
    if (body !== undefined) rules.push({ media, selector: head.trim(), body });
    else media = head.trim();
  }
  return rules;
}

function parseColour(value: string): Colour | null {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(value) ?? [];
  if (red && green && blue)
    return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16), 1];
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(value);
  if (!parts) return null;
  const [, r, g, b, percent] = parts.map(Number);
  return [r ?? 0, g ?? 0, b ?? 0, (percent ?? 0) / 100];
}

/** What is seen where `top` lies over an opaque `bottom`. */
export function compose(top: Colour, bottom: Colour): Colour {
  const mix = (index: 0 | 1 | 2) => top[index] * top[3] + bottom[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** From 1 (none) to 21 (black and white): https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Colour, b: Colour): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
