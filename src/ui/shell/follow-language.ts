import { effect } from '@preact/signals';
import { notify } from '../state/notices.ts';
import { languageChoice } from '../state/preferences.ts';
import { reformatQuotes } from '../state/quotes.ts';
import { firstSpoken, language, speak } from '../text/language.ts';
import { text } from '../text/text.ts';

/**
 * Keeps the page in the language that was chosen, and says to the browser which one it is. Settles
 * once the first one is shown, or could not be.
 */
export function followLanguage(
  root: HTMLElement,
  preferred: readonly string[],
): { readonly isShown: Promise<void>; readonly end: () => void } {
  let isShown = Promise.resolve();
  const endChoosing = effect(() => {
    const chosen = languageChoice.value;
    isShown = speak(chosen === 'browser' ? firstSpoken(preferred) : chosen).catch(tellFailure);
  });
  const endSaying = effect(() => {
    root.lang = language.value;
    reformatQuotes();
  });
  return {
    isShown,
    end() {
      endChoosing();
      endSaying();
    },
  };
}

function tellFailure(error: unknown): void {
  notify('warning', text().notices.languageFailed(String(error)), { id: 'language' });
}
