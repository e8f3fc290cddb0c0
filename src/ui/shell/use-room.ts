import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/** Asks for room (`roomFor`) while the component is shown and wants it. */
export function useRoom(room: Signal<boolean>, isWanted: boolean): void {
  useLayoutEffect(() => {
    room.value = isWanted;
    return () => void (room.value = false);
  }, [room, isWanted]);
}
