import { effect } from '@preact/signals';
import { palette } from '../state/preferences.ts';

/** Keeps the document in the colours that were chosen. Returns the end of it. */
export function followAppearance(root: HTMLElement): () => void {
  return effect(() => {
    root.dataset['palette'] = palette.value;
  });
}
