import { isMet, median } from './row.ts';
import type { Measured } from './row.ts';

/** A line of the table: what was measured, and by which row. */
export interface Line extends Measured {
  readonly name: string;
}

const HEAD = ['row', 'measured', 'median', 'spread', 'target', 'met', ''] as const;

export function benchTable(lines: readonly Line[]): string {
  const cells = [HEAD, ...lines.map(cellsOf)];
  const widths = HEAD.map((_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same for a Markdown file. */
export function markdownTable(lines: readonly Line[]): string {
  const cells = [HEAD, HEAD.map(() => '---'), ...lines.map(cellsOf)];
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cellsOf({ name, what, rounds, unit, target, note = '' }: Line): readonly string[] {
  const sign = target.kind === 'atMost' ? '≤' : '≥';
  const bound = `${sign} ${number(target.value)} ${unit}`;
  const verdict = isMet(rounds, target) ? 'yes' : 'NO';
  if (rounds.length === 0) return [name, what, 'not measured', '', bound, verdict, note];
  const spread = `${number(Math.min(...rounds))} – ${number(Math.max(...rounds))}`;
  return [name, what, `${number(median(rounds))} ${unit}`, spread, bound, verdict, note];
}

/** Three digits are more than a measurement is worth. */
export function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value);
}
