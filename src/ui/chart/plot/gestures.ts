/** What the hands ask of a chart; fractions are of its width. */
export interface GestureListener {
  pan(fraction: number): void;
  zoom(factor: number, fraction: number): void;
}

const ZOOM_PER_NOTCH = 1.12;

/** Drag and sideways wheel pan; wheel and pinch zoom about where they are. Returns what ends it. */
export function listenToGestures(target: HTMLElement, listener: GestureListener): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  /** Where each finger or the pressed mouse is, from the left. */
  const pressed = new Map<number, number>();

  target.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, width } = target.getBoundingClientRect();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) listener.pan(-event.deltaX / width);
      else {
        const notches = Math.max(-3, Math.min(3, event.deltaY / 100));
        listener.zoom(ZOOM_PER_NOTCH ** notches, (event.clientX - left) / width);
      }
    },
    { signal, passive: false },
  );
  target.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      pressed.set(event.pointerId, event.clientX);
      target.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  target.addEventListener(
    'pointermove',
    (event) => {
      if (!pressed.has(event.pointerId)) return;
      const before = spanOf(pressed);
      pressed.set(event.pointerId, event.clientX);
      const now = spanOf(pressed);
      const { left, width } = target.getBoundingClientRect();
      listener.pan((now.middle - before.middle) / width);
      if (before.length > 0 && now.length > 0) {
        listener.zoom(before.length / now.length, (now.middle - left) / width);
      }
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    target.addEventListener(type, (event) => pressed.delete(event.pointerId), { signal });
  }
  return () => ending.abort();
}

/** The middle of all that is pressed, and how far apart the outermost are. */
function spanOf(pressed: ReadonlyMap<number, number>): { middle: number; length: number } {
  const least = Math.min(...pressed.values());
  const most = Math.max(...pressed.values());
  return { middle: (least + most) / 2, length: most - least };
}
