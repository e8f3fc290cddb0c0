/** `npm run bench`: see docs/performance.md. */
import { writeFileSync } from 'node:fs';
import { arch, cpus, loadavg } from 'node:os';
import { answer, measureApart, rowToMeasure } from './apart.ts';
import { parseOptions, USAGE } from './options.ts';
import type { Row, Tools } from './row.ts';
import { ROWS } from './rows.ts';
import { benchTable, markdownTable } from './table.ts';
import type { Line } from './table.ts';

const PLACES = ['node', 'browser'];

async function main(root: string, args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return say(USAGE);
  const names = [...PLACES, ...ROWS.map(({ name }) => name)];
  const { only, rounds, json, isMarkdown } = parseOptions(args, names);
  const isWanted = ({ name, place }: Row): boolean =>
    only.length === 0 || only.includes(name) || only.includes(place);
  const own = rowToMeasure(ROWS);
  if (own) return answer(await own.measure(toolsOf(root, rounds)));
  const lines: Line[] = [];
  for (const row of ROWS.filter(isWanted)) {
    // One after another: rows that ran together would measure each other.
    // oxlint-disable-next-line no-await-in-loop
    lines.push(...(await linesOf(row, toolsOf(root, rounds))));
  }
  say(`\n${isMarkdown ? markdownTable(lines) : benchTable(lines)}`);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? arch()}, Node ${process.version}`;
  const loads = loadavg().map((load) => load.toFixed(1));
  say(`\n${machine}, load at the end ${loads.join(' ')}`);
  if (json !== undefined) {
    const at = new Date().toISOString();
    writeFileSync(json, `${JSON.stringify({ at, machine, loads, lines }, null, 2)}\n`);
  }
}

/** A row that cannot be measured says why, and the others go on. */
async function linesOf(row: Row, tools: Tools): Promise<Line[]> {
  const start = Date.now();
  say(row.name);
  try {
    const isApart = row.place === 'node';
    const measured = await (isApart ? measureApart(row, tools) : row.measure(tools));
    return measured.map((each) => ({ name: row.name, ...each }));
  } catch (error) {
    say(`  ${String(error)}`);
    process.exitCode = 1;
    return [];
  } finally {
    say(`  ${Math.round((Date.now() - start) / 1000)} s`);
  }
}

function toolsOf(root: string, rounds: number): Tools {
  return { root, rounds, say: (text) => say(`  ${text}`) };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const [root, ...args] = process.argv.slice(2);
if (root === undefined) throw new Error('to be started by run.mjs');
await main(root, args);
