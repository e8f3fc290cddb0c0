/**
 * The messages a client may send. Replies and error texts follow binance-spot-api-docs,
 * web-socket-streams.md, "Live Subscribing/Unsubscribing to streams" and "Error Messages".
 */

/** What a control message reads and changes. */
export interface SubscriptionState {
  readonly streams: Set<string>;
  isCombined: boolean;
}

type RequestId = number | string | null;

/** A well-formed control message. */
export interface ControlRequest {
  readonly method: (typeof METHODS)[number];
  readonly params: readonly unknown[];
  readonly id: RequestId;
}

const METHODS = [
  'SUBSCRIBE',
  'UNSUBSCRIBE',
  'LIST_SUBSCRIPTIONS',
  'SET_PROPERTY',
  'GET_PROPERTY',
] as const;

const MAX_ID_LENGTH = 36;

/** An error reply; only some of Binance's carry the request's id. */
export function errorReply(code: number, msg: string, id?: RequestId): string {
  return JSON.stringify(id === undefined ? { code, msg } : { code, msg, id });
}

function isRequestId(value: unknown): value is RequestId {
  if (value === null) return true;
  if (typeof value === 'string') return value.length <= MAX_ID_LENGTH;
  return Number.isInteger(value);
}

/** Reads a control message; what is wrong with it comes back as the error reply to send. */
export function parseControl(text: string): ControlRequest | { readonly error: string } {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { error: errorReply(3, 'Invalid JSON: expected value at line 1 column 1') };
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return { error: errorReply(2, 'Invalid request: expected an object at line 1 column 1') };
  }
  const { method, params = [], id } = message as Record<string, unknown>;
  if (method === undefined) {
    return {
      error: errorReply(
        2,
        `Invalid request: missing field \`method\` at line 1 column ${text.length}`,
      ),
    };
  }
  const known = METHODS.find((each) => each === method);
  if (known === undefined) {
    const expected = METHODS.map((each) => `\`${each}\``).join(', ');
    return {
      error: errorReply(
        2,
        `Invalid request: unknown variant ${JSON.stringify(method)}, expected one of ${expected} at line 1 column 28`,
      ),
    };
  }
  if (!isRequestId(id)) {
    return { error: errorReply(2, 'Invalid request: request ID must be an unsigned integer') };
  }
  if (!Array.isArray(params)) {
    return { error: errorReply(2, 'Invalid request: params must be an array') };
  }
  return { method: known, params: params as readonly unknown[], id };
}

/** Carries out a control message and returns the reply. */
export function applyControl(
  request: ControlRequest,
  state: SubscriptionState,
  maxStreams: number,
): string {
  const { method, params, id } = request;
  const accepted = (result: unknown): string => JSON.stringify({ result, id });
  switch (method) {
    case 'LIST_SUBSCRIPTIONS':
      return accepted([...state.streams]);
    case 'GET_PROPERTY':
    case 'SET_PROPERTY':
      return property(request, state);
    case 'SUBSCRIBE':
    case 'UNSUBSCRIBE': {
      const names = params.filter((each) => typeof each === 'string');
      if (names.length !== params.length) {
        return errorReply(2, 'Invalid request: stream name must be a string');
      }
      if (method === 'UNSUBSCRIBE') {
        for (const name of names) state.streams.delete(name);
        return accepted(null);
      }
      const wanted = new Set([...state.streams, ...names]);
      if (wanted.size > maxStreams) {
        return errorReply(
          2,
          `Invalid request: a connection listens to ${maxStreams} streams at most, this would be ${wanted.size}`,
          id,
        );
      }
      for (const name of names) state.streams.add(name);
      return accepted(null);
    }
    default:
      return method satisfies never;
  }
}

function property({ method, params, id }: ControlRequest, state: SubscriptionState): string {
  const [name, value] = params;
  if (typeof name !== 'string') {
    return errorReply(2, 'Invalid request: property name must be a string');
  }
  if (params.length > (method === 'SET_PROPERTY' ? 2 : 1)) {
    return errorReply(2, 'Invalid request: too many parameters');
  }
  if (name !== 'combined') return errorReply(0, 'Unknown property', id);
  if (method === 'GET_PROPERTY') return JSON.stringify({ result: state.isCombined, id });
  if (typeof value !== 'boolean') {
    return errorReply(1, 'Invalid value type: expected Boolean');
  }
  state.isCombined = value;
  return JSON.stringify({ result: null, id });
}
