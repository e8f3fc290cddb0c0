import type { ScreensOptions } from './options.ts';
import { pictureName, widthsOf } from './photographer.ts';
import type { State } from './state.ts';

/** A page that shows the pictures of each state side by side; each is a link to itself in full size. */
export function album(
  states: readonly State[],
  { widths, themes }: Pick<ScreensOptions, 'widths' | 'themes'>,
): string {
  const sections = states.map((state) => {
    const pictures = themes.flatMap((theme) =>
      widthsOf(state, widths).map((width) => {
        const name = pictureName(state.name, width, theme);
        return `<a href="${name}"><img loading="lazy" src="${name}" alt="${state.name}, ${width} px, ${theme}"></a>`;
      }),
    );
    return `<h2 id="${state.name}">${state.name}</h2>\n<p>${pictures.join('\n')}</p>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of Tocsin</title>
<style>
  body { margin: 24px; background: #777; color: #fff; font: 16px system-ui, sans-serif; }
  p { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  img { height: 420px; box-shadow: 0 2px 12px #0008; }
</style>
<h1>Every state of Tocsin</h1>
${sections.join('\n')}
</html>
`;
}
