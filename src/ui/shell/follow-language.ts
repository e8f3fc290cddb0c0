import { effect } from '@preact/signals';
import { manifestAddress } from '../install/manifest-address.ts';
import { notify } from '../state/notices.ts';
import { languageChoice } from '../state/preferences.ts';
import { reformatQuotes } from '../state/quotes.ts';
import { firstSpoken, language, speak } from '../text/language.ts';
import type { Language } from '../text/language.ts';
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
    sayManifest(root, language.value);
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

/** What is installed speaks the language that the page speaks then. A development server has none. */
function sayManifest(root: HTMLElement, spoken: Language): void {
  const link = root.querySelector('link[rel="manifest"]');
  const address = `./${manifestAddress(spoken)}`;
  if (link && link.getAttribute('href') !== address) link.setAttribute('href', address);
}

function tellFailure(error: unknown): void {
  notify('warning', text().notices.languageFailed(String(error)), { id: 'language' });
}
