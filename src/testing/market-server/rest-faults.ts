import type { RestAnswer } from './rest-answers.ts';

/** What REST suffers from. */
export type RestFault =
  /** 429, 418, 451, 403, 500: with how long the exchange wants to be left alone. */
  | { readonly kind: 'status'; readonly status: number; readonly until?: number }
  /** No answer ever. */
  | { readonly kind: 'timeout' }
  /** No connection. */
  | { readonly kind: 'unreachable' }
  /** The body ends in the middle. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'disorder' }
  /** Each row but the last is left out with this chance. */
  | { readonly kind: 'missing-rows'; readonly share: number };

/** An answer as it arrives. */
export function spoil(answer: RestAnswer, fault: RestFault, random: () => number): RestAnswer {
  const { rows, text } = answer;
  switch (fault.kind) {
    case 'status':
      return { status: fault.status, text: `{"code":-1003,"msg":"status ${fault.status}"}` };
    case 'truncated':
      return { ...answer, text: text.slice(0, Math.floor(text.length / 2)) };
    case 'disorder': {
      if (!rows) return answer;
      const shuffled = rows.toSorted((one, other) => scatter(one) - scatter(other));
      return { ...answer, text: `[${shuffled.join(',')}]` };
    }
    case 'missing-rows': {
      if (!rows) return answer;
      const kept = rows.filter((_, index) => index === rows.length - 1 || random() >= fault.share);
      return { ...answer, text: `[${kept.join(',')}]` };
    }
    case 'timeout':
    case 'unreachable':
      return answer;
    default:
      return fault satisfies never;
  }
}

/** Some order that has nothing to do with time, and is the same for the same rows. */
function scatter(row: string): number {
  return Number(row.slice(1, row.indexOf(','))) % 7_919;
}
