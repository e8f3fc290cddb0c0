import { signal } from '@preact/signals';
import type { EngineEvent } from '../../protocol/messages.ts';

/** What a rule would have said about the candles at hand. */
export type RulePreview = Omit<Extract<EngineEvent, { type: 'rulePreviewed' }>, 'type'>;

/** The answer to the newest question; null before it has come, and while nothing is asked. */
export const rulePreview = signal<RulePreview | null>(null);

let newestRequest = 0;

/** A number for a new question. Answers to earlier ones come too late from now on. */
export function nextPreviewRequest(): number {
  newestRequest += 1;
  return newestRequest;
}

export function applyPreview(preview: RulePreview): void {
  if (preview.requestId === newestRequest) rulePreview.value = preview;
}

/** Nothing is asked any more; an answer on its way changes nothing. */
export function forgetPreview(): void {
  newestRequest += 1;
  rulePreview.value = null;
}
