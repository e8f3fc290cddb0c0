import { signal } from '@preact/signals';

export type NoticeKind = 'error' | 'warning' | 'info';

/** Something the user should know or may answer. It stays until it is closed or replaced. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly message: string;
  /** How often the same was said. */
  readonly count: number;
  readonly action: NoticeAction | null;
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

const MOST_NOTICES = 20;

/** Newest first. */
export const notices = signal<readonly Notice[]>([]);

/**
 * Tells the user something. A notice with the id of one that is shown replaces it; without an id
 * the message is the identity, so that the same message is counted rather than repeated.
 */
export function notify(
  kind: NoticeKind,
  message: string,
  more: { readonly id?: string; readonly action?: NoticeAction } = {},
): void {
  const id = more.id ?? message;
  const before = notices.value.find((notice) => notice.id === id);
  const count = before?.message === message ? before.count + 1 : 1;
  const notice: Notice = { id, kind, message, count, action: more.action ?? null };
  const others = notices.value.filter((other) => other.id !== id);
  notices.value = [notice, ...others].slice(0, MOST_NOTICES);
}

export function closeNotice(id: string): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
