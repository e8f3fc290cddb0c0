/**
 * What the exchange's code needs from its surroundings. The engine passes the browser's own, the
 * demo a generated market, and tests their fakes.
 */

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  setTimer(callback: () => void, delayMs: number): Timer;
}

/** Uniform in [0, 1), like Math.random. */
export type Random = () => number;

export interface Socket {
  send(text: string): void;
  /** Ends the socket; `onClose` still follows, at the latest when the browser gives up waiting. */
  close(): void;
}

export interface SocketHandlers {
  onOpen(): void;
  onText(text: string): void;
  /** Once, whether the socket ever opened or not. `code` 1006 where nothing better is known. */
  onClose(code: number, reason: string): void;
}

/** Starts to connect; never throws: what is wrong is told through `onClose`. */
export type OpenSocket = (url: string, handlers: SocketHandlers) => Socket;

export interface HttpResponse {
  readonly status: number;
  /** The `Retry-After` header, where readable. */
  readonly retryAfter: string | null;
  /** Of a very long answer only the beginning, still longer than what any caller accepts. */
  readonly text: string;
}

export interface HttpRequest {
  /** Rejects only when there was no answer at all (network error or abort). */
  readonly response: Promise<HttpResponse>;
  abort(): void;
}

/** A simple GET without custom headers: anything more would need a preflight, which Binance refuses. */
export type HttpGet = (url: string) => HttpRequest;
