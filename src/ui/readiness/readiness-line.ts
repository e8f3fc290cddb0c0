/** What one line of the readiness check says. `checking`: not known yet. */
export type Grade = 'good' | 'note' | 'problem' | 'checking';

/** What a button in a line does. */
export type LineAction =
  | 'enableNotifications'
  | 'testNotification'
  | 'unlockSound'
  | 'turnSoundOn'
  | 'ring'
  | 'keepStorage'
  | 'install'
  | 'connect'
  | 'reconnect'
  | 'showRules'
  | 'checkAgain';

/** In the order in which they are shown. */
export const LINE_GROUPS = {
  telling: ['notifications', 'sound', 'worker'],
  lasting: ['background', 'install', 'storage'],
  watching: ['rules', 'connection', 'streams', 'rest', 'clock', 'exchange'],
} as const;
export type LineGroup = keyof typeof LINE_GROUPS;
export type LineId = (typeof LINE_GROUPS)[LineGroup][number];

/** What is so, what that means, and what to do: empty where there is nothing to do. */
export interface LineWords {
  readonly found: string;
  readonly meaning: string;
  readonly advice: string;
}

export interface ReadinessLine {
  readonly id: LineId;
  readonly grade: Grade;
  readonly words: LineWords;
  readonly action: LineAction | null;
  /** Lines with the same one are one thing in the way. */
  readonly cause: string;
  /** Address by address. */
  readonly details: readonly LineDetail[];
}

export interface LineDetail {
  readonly grade: Grade;
  readonly name: string;
  readonly words: string;
}

export function line(
  id: LineId,
  grade: Grade,
  words: LineWords,
  action: LineAction | null = null,
  details: readonly LineDetail[] = [],
): ReadinessLine {
  return { id, grade, words, action, cause: id, details };
}
