import { errorReply } from './control-messages.ts';

/** What happens to a SUBSCRIBE instead of being acknowledged. */
export type ReplyFault =
  | {
      readonly kind: 'ignore';
      /** Whether the streams are subscribed all the same. */
      readonly isEffective: boolean;
    }
  | {
      readonly kind: 'error';
      /** The reply to a request with this id. */
      readonly reply: (id: number | string | null) => string;
    };

/** How long a fault lasts: that many times, or until it is cleared. */
export interface Times {
  readonly times?: number;
}

/** The fault that SUBSCRIBE messages meet, if any. */
export interface ReplyFaults {
  /** The fault for the next SUBSCRIBE; counts it off. */
  take(): ReplyFault | undefined;
  /** Leaves SUBSCRIBE unanswered. */
  ignore(options?: Times & { readonly isEffective?: boolean }): void;
  /** Answers SUBSCRIBE with an error; Binance's own leave the id out, `withId: false` does too. */
  error(
    options?: Times & { readonly code?: number; readonly msg?: string; readonly withId?: boolean },
  ): void;
  clear(): void;
}

/** Creates the faults of acknowledgements; none at first. */
export function createReplyFaults(): ReplyFaults {
  let current: ReplyFault | undefined;
  let left = 0;
  const set = (fault: ReplyFault, { times = Infinity }: Times): void => {
    current = fault;
    left = times;
  };
  return {
    take() {
      if (current === undefined || left <= 0) return undefined;
      left -= 1;
      return current;
    },
    ignore(options = {}) {
      set({ kind: 'ignore', isEffective: options.isEffective ?? false }, options);
    },
    error(options = {}) {
      const { code = 2, msg = 'Invalid request: refused on command', withId = true } = options;
      set(
        { kind: 'error', reply: (id) => errorReply(code, msg, withId ? id : undefined) },
        options,
      );
    },
    clear() {
      current = undefined;
    },
  };
}
