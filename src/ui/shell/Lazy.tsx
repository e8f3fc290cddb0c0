import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { loadPartTexts } from '../text/language.ts';

interface Props<P> {
  /** Fetches the component's code. Must be the same function from drawing to drawing. */
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
}

/**
 * A component whose code is fetched when it is first shown, and with the first of them the texts of
 * all; nothing is drawn until both are there.
 */
export function Lazy<P extends object>({ load, props }: Props<P>) {
  const loaded = useSignal<{ readonly Part: ComponentType<P> } | null>(null);
  const failure = useSignal<unknown>(null);
  useEffect(() => {
    let isGone = false;
    Promise.all([load(), loadPartTexts()]).then(
      ([Part]) => {
        if (!isGone) loaded.value = { Part };
      },
      (error: unknown) => (failure.value = error),
    );
    return () => {
      isGone = true;
    };
  }, [load, loaded, failure]);
  // Drawn by the error boundary around it.
  if (failure.value !== null) throw failure.value;
  if (loaded.value === null) return null;
  const { Part } = loaded.value;
  return <Part {...props} />;
}
