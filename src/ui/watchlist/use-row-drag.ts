import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { createRowDrag } from './row-drag.ts';
import type { RowDrag } from './row-drag.ts';
import type { RowWindow } from './use-row-window.ts';

/** Lets rows be dragged; `dropLine` shows where the dragged one goes. */
export function useRowDrag(
  { scroller, offsets }: RowWindow,
  dropLine: RefObject<HTMLElement | null>,
): RowDrag {
  const drag = useMemo(
    () =>
      createRowDrag({
        scroller: () => scroller.current,
        dropLine: () => dropLine.current,
        offsets: () => offsets.peek(),
      }),
    [scroller, dropLine, offsets],
  );
  useEffect(() => {
    const element = scroller.current;
    // A lifted row moves under the finger instead of the page. A listener that came only with the
    // touch would be too late to prevent its scrolling.
    const onTouchMove = (event: TouchEvent) => {
      if (drag.isDragging) event.preventDefault();
    };
    element?.addEventListener('touchmove', onTouchMove, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', onTouchMove);
      drag.cancel();
    };
  }, [scroller, drag]);
  return drag;
}
