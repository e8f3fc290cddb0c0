import { createObservers } from '../../binance/observers.ts';
import type { Clock, Timer } from '../../binance/ports.ts';

export interface PacedObservers<State> {
  add(observer: (state: State) => void): () => void;
  /** The state may have changed: observers are told at once, or when the pause is over. */
  changed(): void;
  dispose(): void;
}

/** Tells observers of a state that changes often: the first change at once, later ones together. */
export function createPacedObservers<State>(options: {
  readonly clock: Clock;
  readonly pauseMs: number;
  readonly read: () => State;
  /** An observer threw; the others are told all the same. */
  readonly onFault: (error: unknown) => void;
}): PacedObservers<State> {
  const { clock, pauseMs, read, onFault } = options;
  const observers = createObservers<[State]>(onFault);
  let timer: Timer | undefined;
  let isChanged = false;

  const tell = (): void => {
    isChanged = false;
    timer = clock.setTimer(() => {
      timer = undefined;
      if (isChanged) tell();
    }, pauseMs);
    observers.tell(read());
  };

  return {
    add: observers.add,
    changed() {
      if (timer) isChanged = true;
      else tell();
    },
    dispose: () => timer?.cancel(),
  };
}
