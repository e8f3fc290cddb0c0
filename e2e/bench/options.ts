/** What the command line of the bench may say. */
export interface BenchOptions {
  /** If any, only the rows of these names. */
  readonly only: readonly string[];
  readonly rounds: number;
  /** Where the table is written as JSON. */
  readonly json: string | undefined;
  /** The table as Markdown. */
  readonly isMarkdown: boolean;
}

/** An odd number has a median that was measured. */
const DEFAULT_ROUNDS = 5;

export const USAGE = `npm run bench -- [--only ROW] [--rounds N] [--json FILE] [--markdown]
  --only      one row; may be given several times. node and browser stand for all of theirs
  --rounds    of each comparison, ${DEFAULT_ROUNDS} by default
  --json      file for the table as JSON, with every round
  --markdown  the table for a Markdown file`;

/** @throws Error naming what is not understood, with the usage. */
export function parseOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const only: string[] = [];
  let rounds = DEFAULT_ROUNDS;
  let json: string | undefined;
  let isMarkdown = false;
  const words = [...args];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const value = word === '--markdown' ? '' : (words.shift() ?? '');
    if (word === '--markdown') isMarkdown = true;
    else if (word === '--only' && names.includes(value)) only.push(value);
    else if (word === '--rounds' && Number(value) >= 1) rounds = Math.floor(Number(value));
    else if (word === '--json' && value !== '') json = value;
    else
      throw new Error(
        `${word} ${value} is not understood\n\n${USAGE}\n  rows: ${names.join(', ')}`,
      );
  }
  return { only, rounds, json, isMarkdown };
}
