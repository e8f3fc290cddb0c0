import type { UnwatchedReason } from '../../../protocol/coverage.ts';

/** The pattern that stands for a reason on the timeline. The name is always beside it. */
export function ReasonMark({ reason }: { reason: UnwatchedReason }) {
  return <span class="coverage-mark" data-reason={reason} aria-hidden="true" />;
}
