import { partText } from '../text/text.ts';
import type { Grade } from './readiness-line.ts';

/** Each of its own shape, so that none is told by colour alone. */
const SHAPES: Readonly<Record<Grade, string>> = {
  good: 'M14.5 8a6.5 6.5 0 11-13 0 6.5 6.5 0 0113 0zM5 8.2l2.1 2.1L11 6.2',
  note: 'M4 1.8h8a2.2 2.2 0 012.2 2.2v8a2.2 2.2 0 01-2.2 2.2H4A2.2 2.2 0 011.8 12V4A2.2 2.2 0 014 1.8zM8 7.4v3.8M8 4.7v.1',
  problem: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  checking: 'M3 8h.01M8 8h.01M13 8h.01',
};

/** The grade as a sign, with its word for those who see no signs. */
export function GradeMark({ grade, size = 16 }: { grade: Grade; size?: number }) {
  return (
    <span class="grade-mark" data-grade={grade}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        stroke-width={grade === 'checking' ? 2.4 : 1.5}
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d={SHAPES[grade]} />
      </svg>
      <span class="visually-hidden">{`${partText().readiness.grades[grade]}:`}</span>
    </span>
  );
}
