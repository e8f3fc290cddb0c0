/**
 * Why a link ended. `refused` and `hanging`: it never opened. `closed`: by the other side. `silent`:
 * nothing came for as long as is allowed. `asleep`: this computer or tab slept, so what the link
 * looks like says nothing. `replaced`: by us, on purpose.
 */
export type LinkEndKind = 'refused' | 'hanging' | 'closed' | 'silent' | 'asleep' | 'replaced';

export interface LinkEnd {
  readonly kind: LinkEndKind;
  /** The close code, null where there was no close to read it from. */
  readonly code: number | null;
  /** In plain words. */
  readonly reason: string;
  /** Epoch milliseconds on our clock. */
  readonly at: number;
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 and Binance's habits. */
const CODE_WORDS: Readonly<Record<number, string>> = {
  1000: 'the exchange closed the connection',
  1001: 'the exchange is going away',
  1006: 'the connection was lost without a word',
  1008: 'the exchange refused what was sent (too many messages, perhaps)',
  1009: 'a message was too long',
  1011: 'the exchange had an internal error',
  1012: 'the exchange is restarting',
  1013: 'the exchange is overloaded',
};

export function refusedOrClosed(wasOpen: boolean, code: number, text: string, at: number): LinkEnd {
  const words = wasOpen
    ? (CODE_WORDS[code] ?? `the connection was closed with code ${code}`)
    : 'the connection was refused';
  const reason = text === '' ? words : `${words}: ${text}`;
  return { kind: wasOpen ? 'closed' : 'refused', code, reason, at };
}

export const CUT_OFF = 'this device went offline';

const OWN_WORDS = {
  hanging: 'the exchange did not answer the connection request in time',
  silent: 'nothing was received for the heartbeat interval',
  asleep: 'this computer or tab was asleep',
  replaced: 'replaced by a new connection',
} as const;

/** The device said that it is offline, and the silence that followed confirmed it. */
export function cutOff(at: number): LinkEnd {
  return { kind: 'silent', code: null, reason: CUT_OFF, at };
}

export function endedByUs(kind: keyof typeof OWN_WORDS, at: number): LinkEnd {
  return { kind, code: null, reason: OWN_WORDS[kind], at };
}
