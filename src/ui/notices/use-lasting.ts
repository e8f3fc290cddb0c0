import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** True once it has been so for a while; false at once when it is so no more. */
export function useLasting(isSo: boolean, patienceMs: number): boolean {
  const hasLasted = useSignal(false);
  useEffect(() => {
    hasLasted.value = false;
    if (!isSo) return undefined;
    const timer = setTimeout(() => (hasLasted.value = true), patienceMs);
    return () => clearTimeout(timer);
  }, [isSo, patienceMs, hasLasted]);
  return isSo && hasLasted.value;
}
