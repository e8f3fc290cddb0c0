/** What the command line of `npm run screens` may say. */
export interface ScreensOptions {
  /** Only states whose names begin with one of these; all when there are none. */
  readonly names: readonly string[];
  /** Where the pictures go. */
  readonly folder: string;
  readonly widths: readonly number[];
  readonly themes: readonly Theme[];
  /** A folder with the built app; left out, it is built for this run. */
  readonly built: string | undefined;
  /** Pages that are open at a time. */
  readonly jobs: number;
  readonly isList: boolean;
  /** Makes the pictures of the README and the manifest anew, and no others. */
  readonly isShowcase: boolean;
}

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** A phone, a tablet, a laptop and a large screen. */
export const WIDTHS: readonly number[] = [360, 768, 1440, 2560];

const DEFAULT_JOBS = 2;

export const USAGE = `npm run screens -- [name …] [--out FOLDER] [--width N] [--theme dark|light] [--built FOLDER] [--jobs N] [--list] [--showcase]
  name      states whose names begin so; by default all of them
  --out     where the pictures go, screens/ by default
  --width   one width in pixels, or several by giving it several times; ${WIDTHS.join(', ')} by default
  --theme   dark or light; both by default
  --built   a folder with the built app; by default it is built into a temporary one
  --jobs    how many pages are open at a time, ${DEFAULT_JOBS} by default
  --list    says the names of all states and makes no pictures
  --showcase  makes the pictures of the README and the app's manifest anew, in their places`;

/** @throws Error naming what is not understood, with the usage. */
export function parseOptions(args: readonly string[]): ScreensOptions {
  const names: string[] = [];
  const widths: number[] = [];
  const themes: Theme[] = [];
  let folder = 'screens';
  let built: string | undefined;
  let jobs = DEFAULT_JOBS;
  let isList = false;
  let isShowcase = false;
  const words = [...args];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--out') folder = textOf(word, words.shift());
    else if (word === '--built') built = textOf(word, words.shift());
    else if (word === '--width') widths.push(numberOf(word, words.shift(), 240, 7680));
    else if (word === '--theme') themes.push(themeOf(words.shift()));
    else if (word === '--jobs') jobs = numberOf(word, words.shift(), 1, 16);
    else if (word === '--list') isList = true;
    else if (word === '--showcase') isShowcase = true;
    else if (word.startsWith('-')) throw new Error(`"${word}" is not understood\n\n${USAGE}`);
    else names.push(word);
  }
  return {
    names,
    folder,
    widths: widths.length > 0 ? widths : WIDTHS,
    themes: themes.length > 0 ? themes : THEMES,
    built,
    jobs,
    isList,
    isShowcase,
  };
}

function numberOf(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(
    `${name}: "${text ?? ''}" is not a whole number from ${least} to ${most}\n\n${USAGE}`,
  );
}

function themeOf(text: string | undefined): Theme {
  const theme = THEMES.find((name) => name === text);
  if (theme) return theme;
  throw new Error(`--theme: "${text ?? ''}" is neither dark nor light\n\n${USAGE}`);
}

function textOf(name: string, text: string | undefined): string {
  if (text !== undefined && text !== '' && !text.startsWith('--')) return text;
  throw new Error(`${name}: a value is missing\n\n${USAGE}`);
}
