import { parseJson } from './parse-json.ts';
import type { Clock, HttpGet, HttpResponse, Random, Timer } from './ports.ts';
import { createTask } from './request-task.ts';
import type { Job, RestRequest, Task } from './request-task.ts';
import { failureOfResponse } from './rest-failure.ts';
import type { RestFailure } from './rest-failure.ts';
import type { WeightLedger } from './weight-ledger.ts';

/*
 * Guarantees: every request settles exactly once, and never by an exception. At most `concurrency`
 * are under way. The waiting ones go by priority, then in the order in which they were asked; the
 * first of them holds the others back until the weight ledger has room for it. An attempt lasts at
 * most `timeoutMs`. No answer, a server's error and a garbled or far too long answer are tried again
 * on the next endpoint, `maxAttempts` times in all, with exponential backoff and jitter; a refusal by place is
 * tried once on each endpoint. A 429 makes everybody wait; where the wait is long, or the address is
 * banned, all waiting requests are told so instead.
 */

export interface RequestQueueOptions {
  readonly httpGet: HttpGet;
  readonly clock: Clock;
  readonly random: Random;
  /** Base addresses such as `https://data-api.binance.vision`, preferred first; one or more. */
  readonly endpoints: readonly string[];
  readonly ledger: WeightLedger;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly maxAttempts: number;
}

export interface QueueStatus {
  readonly endpoint: string;
  readonly queued: number;
  readonly inFlight: number;
  /** The newest failure of an attempt, even if a later attempt succeeded. */
  readonly lastFailure: { readonly at: number; readonly failure: RestFailure } | null;
}

export interface RequestQueue {
  send<T>(job: Job<T>): RestRequest<T>;
  /** Keeps to a pause that the exchange has asked for in answer to somebody else's request. */
  heed(response: HttpResponse): void;
  cancelAll(): void;
  readonly status: QueueStatus;
}

const LONGEST_WAIT_MS = 120_000;
const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 15_000;

export function createRequestQueue(options: RequestQueueOptions): RequestQueue {
  const { httpGet, clock, random, endpoints, ledger, timeoutMs, concurrency, maxAttempts } =
    options;
  const waiting: Task[] = [];
  const busy = new Set<Task>();
  const resting = new Set<Task>();
  let order = 0;
  let endpointIndex = 0;
  let wakeUp: Timer | null = null;
  let pauseFailure: RestFailure | null = null;
  let lastFailure: QueueStatus['lastFailure'] = null;

  const endpoint = (): string => endpoints[endpointIndex % endpoints.length] ?? '';

  const enqueue = (task: Task): void => {
    if (pauseFailure && ledger.pauseLeft() > LONGEST_WAIT_MS) {
      task.fail(pauseFailure);
      return;
    }
    const place = waiting.findIndex(
      ({ priority, order }) =>
        priority > task.priority || (priority === task.priority && order > task.order),
    );
    waiting.splice(place < 0 ? waiting.length : place, 0, task);
    pump();
  };

  const pump = (): void => {
    wakeUp?.cancel();
    wakeUp = null;
    while (busy.size < concurrency) {
      const [task] = waiting;
      if (!task) return;
      const waitMs = ledger.waitFor(task.weight);
      if (waitMs > 0) {
        wakeUp = clock.setTimer(pump, waitMs);
        return;
      }
      waiting.shift();
      attempt(task);
    }
  };

  const attempt = (task: Task): void => {
    const index = endpointIndex;
    const sentAt = clock.now();
    ledger.spend(task.weight);
    busy.add(task);
    task.attempts += 1;
    const request = httpGet(endpoint() + task.path);
    let isOver = false;
    /** True for the first of answer, timeout and cancellation; the others come too late. */
    const end = (): boolean => {
      if (isOver) return false;
      isOver = true;
      timer.cancel();
      busy.delete(task);
      task.stop = null;
      return true;
    };
    const timer = clock.setTimer(() => {
      if (!end()) return;
      request.abort();
      recover(task, { type: 'timeout', afterMs: timeoutMs }, index);
    }, timeoutMs);
    task.stop = () => {
      if (end()) request.abort();
    };
    request.response.then(
      (response) => {
        if (!end()) return;
        const failure = conclude(task, response, sentAt);
        if (failure) recover(task, failure, index);
        else pump();
      },
      () => {
        if (end()) recover(task, { type: 'offline' }, index);
      },
    );
  };

  const conclude = (task: Task, response: HttpResponse, sentAt: number): RestFailure | null => {
    const receivedAt = clock.now();
    if (response.status < 200 || response.status >= 300) {
      return failureOfResponse(response, receivedAt);
    }
    const largest = task.largestBody;
    if (response.text.length > largest) return { type: 'tooLarge', largest };
    const rejection = task.accept(parseJson(response.text), { sentAt, receivedAt });
    return rejection && { type: 'badBody', rejection };
  };

  /** Tries again where that can help; otherwise the task ends here. */
  const recover = (task: Task, failure: RestFailure, index: number): void => {
    lastFailure = { at: clock.now(), failure };
    if (failure.type === 'rateLimited' || failure.type === 'banned') {
      pauseAll(task, failure);
    } else if (failure.type === 'geoBlocked') {
      leaveEndpoint(index);
      task.refusals += 1;
      if (task.refusals < endpoints.length) enqueue(task);
      else task.fail(failure);
    } else if (isPassing(failure) && task.attempts < maxAttempts) {
      leaveEndpoint(index);
      rest(task);
    } else {
      task.fail(failure);
    }
    pump();
  };

  const pauseAll = (task: Task, failure: RestFailure & { readonly until: number }): void => {
    const isShort = pause(failure);
    if (isShort && task.attempts < maxAttempts) enqueue(task);
    else task.fail(failure);
  };

  /** Answers whether it is worth waiting for; if not, whatever waits has failed. */
  const pause = (failure: RestFailure & { readonly until: number }): boolean => {
    const durationMs = failure.until - clock.now();
    pauseFailure = failure;
    ledger.pause(durationMs);
    const isShort = durationMs <= LONGEST_WAIT_MS && failure.type === 'rateLimited';
    if (!isShort) for (const other of waiting.splice(0)) other.fail(failure);
    return isShort;
  };

  const leaveEndpoint = (index: number): void => {
    if (index === endpointIndex) endpointIndex = (endpointIndex + 1) % endpoints.length;
  };

  const rest = (task: Task): void => {
    const backoffMs = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (task.attempts - 1));
    resting.add(task);
    const timer = clock.setTimer(
      () => {
        resting.delete(task);
        task.stop = null;
        enqueue(task);
      },
      backoffMs * (0.5 + random() / 2),
    );
    task.stop = () => {
      timer.cancel();
      resting.delete(task);
      task.stop = null;
    };
  };

  const cancel = (task: Task): void => {
    task.stop?.();
    const place = waiting.indexOf(task);
    if (place >= 0) waiting.splice(place, 1);
    task.fail({ type: 'cancelled' });
    pump();
  };

  return {
    send<T>(job: Job<T>): RestRequest<T> {
      const { task, result } = createTask(job, order++);
      enqueue(task);
      return { result, cancel: () => cancel(task) };
    },
    heed(response) {
      const failure = failureOfResponse(response, clock.now());
      if (failure.type === 'rateLimited' || failure.type === 'banned') pause(failure);
    },
    cancelAll() {
      for (const task of [...waiting.splice(0), ...resting, ...busy]) cancel(task);
    },
    get status() {
      return {
        endpoint: endpoint(),
        queued: waiting.length + resting.size,
        inFlight: busy.size,
        lastFailure,
      };
    },
  };
}

/**
 * Whether another try may go better. A body that is no JSON comes from a portal or was cut off; one
 * that is too long does not come from the exchange.
 */
function isPassing(failure: RestFailure): boolean {
  if (failure.type === 'badBody') return failure.rejection.kind === 'not-json';
  return ['timeout', 'offline', 'serverError', 'tooLarge'].includes(failure.type);
}
