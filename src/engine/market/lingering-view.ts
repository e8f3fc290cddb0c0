/**
 * What pages show, held on to for a moment after it has left the screen, so that scrolling to and
 * fro, or a glance at another tab, changes no subscription.
 *
 * Guarantees: what appears counts at once; rows that have left the view count for 5 s more, and all
 * that was shown for 10 s after the last page was hidden. Seconds are counted in turns, so that a clock
 * that is set, or a machine that sleeps, neither shortens nor lengthens them by much.
 */
import type { Clock, Timer } from '../../binance/ports.ts';

export interface ShownView {
  /** Rows that some page shows, watched or not; null where none has said. */
  readonly inView: readonly string[] | null;
  /** Quotes of all symbols are wanted. */
  readonly isMarketShown: boolean;
  /** A page is seen. */
  readonly isVisible: boolean;
}

/** The same, with what has only just left. */
export interface HeldView {
  readonly inView: ReadonlySet<string>;
  /** Some page has not said what it shows, or had not until a moment ago. */
  readonly isUnsaid: boolean;
  readonly isMarketShown: boolean;
  readonly isVisible: boolean;
}

export interface LingeringView {
  see(view: ShownView): void;
  readonly held: HeldView;
  dispose(): void;
}

const TURN_MS = 1_000;
/** Turns; the first of them may be cut short. */
const SCROLLED_OUT = 6;
const HIDDEN = 11;

const NOTHING: HeldView = {
  inView: new Set(),
  isUnsaid: false,
  isMarketShown: false,
  isVisible: false,
};

/** `onLeft`: something counts no more. */
export function createLingeringView(parts: {
  readonly clock: Clock;
  readonly onLeft: () => void;
}): LingeringView {
  const { clock, onLeft } = parts;
  /** The last view of a page that was seen. */
  let shown: ShownView = { inView: [], isMarketShown: false, isVisible: false };
  let isSeen = false;
  let hiding = 0;
  let unsaid = 0;
  let market = 0;
  const leaving = new Map<string, number>();
  let held = NOTHING;
  let timer: Timer | undefined;

  const hold = (): void => {
    const { inView, isMarketShown } = shown;
    held =
      isSeen || hiding > 0
        ? {
            inView: new Set([...(inView ?? []), ...leaving.keys()]),
            isUnsaid: inView === null || unsaid > 0,
            isMarketShown: isMarketShown || market > 0,
            isVisible: true,
          }
        : NOTHING;
  };

  const isLingering = (): boolean =>
    hiding > 0 || (isSeen && (unsaid > 0 || market > 0 || leaving.size > 0));

  const wait = (): void => {
    if (isLingering()) timer ??= clock.setTimer(takeTurn, TURN_MS);
  };

  const takeTurn = (): void => {
    timer = undefined;
    const hasLeft = hiding > 0 ? passHidden() : passSeen();
    hold();
    wait();
    if (hasLeft) onLeft();
  };

  /** What is about to leave waits as well, until it is known whether the page comes back. */
  const passHidden = (): boolean => {
    hiding--;
    if (hiding > 0) return false;
    forget();
    return true;
  };

  const passSeen = (): boolean => {
    let hasLeft = unsaid === 1 || market === 1;
    unsaid = Math.max(0, unsaid - 1);
    market = Math.max(0, market - 1);
    for (const [symbol, turns] of leaving) {
      leaving.set(symbol, turns - 1);
      if (turns > 1) continue;
      leaving.delete(symbol);
      hasLeft = true;
    }
    return hasLeft;
  };

  const forget = (): void => {
    shown = { inView: [], isMarketShown: false, isVisible: false };
    unsaid = 0;
    market = 0;
    leaving.clear();
  };

  const compare = (next: ShownView): void => {
    if (next.isMarketShown) market = 0;
    else if (shown.isMarketShown) market = SCROLLED_OUT;
    if (next.inView === null) return;
    if (shown.inView === null) unsaid = SCROLLED_OUT;
    const inView = new Set(next.inView);
    for (const symbol of shown.inView ?? []) {
      if (!inView.has(symbol)) leaving.set(symbol, SCROLLED_OUT);
    }
    for (const symbol of inView) leaving.delete(symbol);
  };

  return {
    see(next) {
      if (next.isVisible) {
        compare(next);
        shown = next;
        hiding = 0;
      } else if (isSeen) hiding = HIDDEN;
      isSeen = next.isVisible;
      hold();
      wait();
    },
    get held() {
      return held;
    },
    dispose: () => timer?.cancel(),
  };
}
