import { connection } from '../state/connection.ts';
import { engineState, isDemo } from '../state/engine.ts';
import { text } from '../text/text.ts';

/** Why a part of the page has nothing to show, where the reason is the same for all of them. */
export function whyNothing(): string | null {
  const words = text();
  if (engineState.value === 'starting') return words.notices.starting;
  if (engineState.value === 'failed') return words.notices.engineDown;
  const outage = isDemo.value ? null : (connection.value?.outage ?? null);
  return outage === null ? null : words.connection.outages[outage];
}
