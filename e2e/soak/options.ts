/** What the command line of the soak test may say. */
export interface SoakOptions {
  /** How long faults are made. */
  readonly minutes: number;
  /** Of the market and of the faults; another seed is another run. */
  readonly seed: number;
  /** How many times faster than a clock the market runs. */
  readonly speed: number;
  /** Where the outcome is written as JSON. */
  readonly json: string | undefined;
  /** Kinds of faults to leave out, to find out which one it is. */
  readonly without: readonly string[];
  /** If any, only these kinds of faults. */
  readonly only: readonly string[];
  /** A running server of the built app; left out, the build is served by the test itself. */
  readonly app: string | undefined;
}

const DEFAULT_MINUTES = 10;
const DEFAULT_SPEED = 240;
/** Faster than this, a candle is over before the browser has heard of it. */
const MOST_SPEED = 600;

export const USAGE = `npm run soak -- [minutes] [--seed N] [--speed N] [--json FILE] [--without KIND] [--only KIND] [--app URL]
  minutes   how long faults are made, ${DEFAULT_MINUTES} by default; fractions are allowed
  --seed    of the market and the faults; by default another one in every run
  --speed   how many times faster than a clock the market runs, ${DEFAULT_SPEED} by default
  --json    file for the outcome as JSON, with the times of all faults
  --without a kind of fault to leave out, --only one to make; both may be given several times
  --app     address of the built app, if it is already being served`;

/** @throws Error naming what is not understood, with the usage. */
export function parseOptions(args: readonly string[], randomSeed: number): SoakOptions {
  let minutes = DEFAULT_MINUTES;
  let seed = randomSeed;
  let speed = DEFAULT_SPEED;
  let json: string | undefined;
  let app: string | undefined;
  const without: string[] = [];
  const only: string[] = [];
  const words = [...args];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--seed') seed = numberOf(word, words.shift(), 0, 2 ** 32 - 1);
    else if (word === '--speed') speed = numberOf(word, words.shift(), 1, MOST_SPEED);
    else if (word === '--json') json = textOf(word, words.shift());
    else if (word === '--without') without.push(textOf(word, words.shift()));
    else if (word === '--only') only.push(textOf(word, words.shift()));
    else if (word === '--app') app = textOf(word, words.shift());
    else minutes = numberOf('minutes', word, 0.1, 60 * 24 * 7);
  }
  return { minutes, seed, speed, json, without, only, app };
}

function numberOf(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text !== undefined && text !== '' && value >= least && value <= most) return value;
  throw new Error(`${name}: "${text ?? ''}" is not a number from ${least} to ${most}\n\n${USAGE}`);
}

function textOf(name: string, text: string | undefined): string {
  if (text !== undefined && text !== '') return text;
  throw new Error(`${name}: a value is missing\n\n${USAGE}`);
}
