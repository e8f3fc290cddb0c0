/** What the hands ask of a chart; fractions are of its width. */
export interface GestureListener {
  pan(fraction: number): void;
  zoom(factor: number, fraction: number): void;
  /** Pressed twice. */
  reset(): void;
  /** The page may have moved the chart since the last time. */
  settle(): void;
  /** A finger was put there and taken away; CSS pixels from the upper left corner. */
  tap(left: number, top: number): void;
  /** A finger that moves the chart points at nothing. */
  unpoint(): void;
}

const ZOOM_PER_NOTCH = 1.12;
/** A finger never stands still: so far, in CSS pixels, it has not moved. */
const TAP_SLACK = 8;

/** Drag and sideways wheel pan; wheel and pinch zoom about where they are. */
export function listenToGestures(target: HTMLElement, listener: GestureListener): void {
  /** Where each finger or the pressed mouse is, from the left. */
  const pressed = new Map<number, number>();
  /** How far they have gone since the first of them came. */
  let gone = 0;

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
    { passive: false },
  );
  target.addEventListener('pointerdown', (event) => {
    const isOnButton = event.target instanceof Element && event.target.closest('button');
    if (event.button !== 0 || isOnButton) return;
    if (pressed.size === 0) gone = 0;
    pressed.set(event.pointerId, event.clientX);
    target.setPointerCapture(event.pointerId);
  });
  target.addEventListener('pointermove', (event) => {
    listener.settle();
    if (!pressed.has(event.pointerId)) return;
    const before = spanOf(pressed);
    pressed.set(event.pointerId, event.clientX);
    const now = spanOf(pressed);
    const { left, width } = target.getBoundingClientRect();
    const moved = now.middle - before.middle;
    gone += Math.abs(moved) + Math.abs(now.length - before.length);
    if (event.pointerType === 'touch' && gone > TAP_SLACK) listener.unpoint();
    listener.pan(moved / width);
    if (before.length > 0 && now.length > 0) {
      listener.zoom(before.length / now.length, (now.middle - left) / width);
    }
  });
  target.addEventListener('pointerup', (event) => {
    const isTap = pressed.size === 1 && pressed.has(event.pointerId) && gone <= TAP_SLACK;
    if (!isTap || event.pointerType !== 'touch') return;
    const { left, top } = target.getBoundingClientRect();
    listener.tap(event.clientX - left, event.clientY - top);
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    target.addEventListener(type, (event) => pressed.delete(event.pointerId));
  }
  target.addEventListener('dblclick', () => listener.reset());
}

/** The middle of all that is pressed, and how far apart the outermost are. */
function spanOf(pressed: ReadonlyMap<number, number>): { middle: number; length: number } {
  const least = Math.min(...pressed.values());
  const most = Math.max(...pressed.values());
  return { middle: (least + most) / 2, length: most - least };
}
