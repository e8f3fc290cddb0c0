import { partText } from '../text/text.ts';
import { stopsWhenHidden } from './host.ts';
import type { Host } from './host.ts';
import type { Grade, ReadinessLine } from './readiness-line.ts';

export interface Headline {
  readonly grade: Grade;
  readonly words: string;
  /** What stands in the way: of lines with the same cause the first. */
  readonly problems: readonly ReadinessLine[];
  readonly remark: string;
}

/** Would the user be told? Never promises what the platform or the demo cannot keep. */
export function headlineOf(
  lines: readonly ReadinessLine[],
  host: Host | null,
  isDemo: boolean,
): Headline {
  const words = partText().readiness.headline;
  const having = (grade: Grade) => lines.filter((one) => one.grade === grade);
  const inTheWay = having('problem');
  const problems = inTheWay.filter(
    ({ cause }, index) => inTheWay.findIndex((one) => one.cause === cause) === index,
  );
  const notes = having('note').length;
  const remark = notes > 0 ? words.notes(notes) : words.noNotes;
  if (having('checking').length > 0) {
    return { grade: 'checking', words: words.checking, problems: [], remark: '' };
  }
  if (problems.length > 0) {
    const isMore = notes > 0 ? remark : '';
    return { grade: 'problem', words: words.problems(problems.length), problems, remark: isMore };
  }
  let ready = words.ready;
  if (host !== null && stopsWhenHidden(host)) ready = words.readyOnScreen;
  if (isDemo) ready = words.readyDemo;
  return { grade: 'good', words: ready, problems, remark };
}
