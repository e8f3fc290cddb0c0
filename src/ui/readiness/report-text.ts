import { partText, text } from '../text/text.ts';
import type { Headline } from './headline.ts';
import { LINE_GROUPS } from './readiness-line.ts';
import type { Grade, LineGroup, ReadinessLine } from './readiness-line.ts';

export interface ReportContext {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly userAgent: string;
  /** Empty until the engine has named it. */
  readonly venue: string;
}

/** The whole check as plain text, to be pasted into a report of a fault. */
export function reportText(
  headline: Headline,
  lines: readonly ReadinessLine[],
  { now, userAgent, venue }: ReportContext,
): string {
  const words = partText().readiness;
  const time = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
  const mark = (grade: Grade): string => `[${words.grades[grade].toLowerCase()}]`;
  const describe = ({ id, grade, words: said, details }: ReadinessLine): readonly string[] => [
    `${mark(grade)} ${words.titles[id]}: ${said.found}`,
    ...[said.meaning, said.advice].filter((part) => part !== '').map((part) => `    ${part}`),
    ...details.map((one) => `    ${mark(one.grade)} ${one.name}: ${one.words}`),
  ];
  const groups = Object.keys(LINE_GROUPS) as readonly LineGroup[];
  return [
    words.report.title(time),
    headline.words,
    ...(venue === '' ? [] : [words.report.venue(text().app.venue(venue))]),
    words.report.browser(userAgent),
    ...groups.flatMap((group) => [
      '',
      words.groups[group],
      ...linesOf(group, lines).flatMap(describe),
    ]),
    '',
  ].join('\n');
}

/** The lines of a group that there are, in its order. */
export function linesOf(
  group: LineGroup,
  lines: readonly ReadinessLine[],
): readonly ReadinessLine[] {
  return LINE_GROUPS[group].flatMap((id) => lines.filter((one) => one.id === id));
}
