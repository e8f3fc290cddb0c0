import type { Rule } from '../../domain/rules/rule.ts';
import type { NotificationsState } from '../notify/notifications-control.ts';
import type { SoundState } from '../sound/bell.ts';

export const STEPS = ['symbols', 'rules', 'telling'] as const;
export type Step = (typeof STEPS)[number];

export type Progress = Readonly<Record<Step, boolean>>;

/** What is done of the first steps, whoever did it: what is so already need not be asked for. */
export function progressOf(now: {
  readonly symbols: readonly string[];
  readonly rules: readonly Rule[];
  readonly notifications: NotificationsState;
  readonly sound: SoundState;
}): Progress {
  const { symbols, rules, notifications, sound } = now;
  // Where there are no notifications at all, the bell is the best there is.
  const isTold = notifications === 'unsupported' ? sound === 'on' : notifications === 'on';
  return {
    symbols: symbols.length > 0,
    rules: rules.some(({ isEnabled }) => isEnabled),
    telling: isTold,
  };
}

export function stepsDone(progress: Progress): number {
  return STEPS.filter((step) => progress[step]).length;
}

/** The one to be shown where there is room for one only. */
export function nextStep(progress: Progress): Step {
  return STEPS.find((step) => !progress[step]) ?? 'telling';
}
