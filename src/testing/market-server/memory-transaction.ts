/** A transaction of the simulated database: requests one by one, then all of it or nothing. */
import type { DatabaseParts, StoreName } from './memory-parts.ts';

export interface MemoryTransaction {
  readonly done: Promise<void>;
  /** `step` names what is asked of which store, for failures. */
  ask<T>(step: string, work: () => T): Promise<T>;
  undoWith(undo: () => void): void;
  abort(): void;
}

interface Request {
  readonly step: string;
  readonly work: () => void;
  readonly fail: (error: unknown) => void;
}

const STEP_MS = 1;

export function beginTransaction(
  { process, failureAt, begin, onHung }: DatabaseParts,
  names: readonly StoreName[],
  isWriting: boolean,
): MemoryTransaction {
  const requests: Request[] = [];
  const undos: (() => void)[] = [];
  let isOver = false;
  let resolveDone = (): void => undefined;
  let rejectDone = (_error: unknown): void => undefined;
  const done = new Promise<void>((resolve, reject) => {
    resolveDone = resolve;
    rejectDone = reject;
  });

  const finish = (): void => {
    isOver = true;
    stopListening();
    end();
  };

  const abort = (error: unknown): void => {
    if (isOver) return;
    for (const undo of undos.toReversed()) undo();
    for (const { fail } of requests.splice(0)) fail(error);
    finish();
    rejectDone(error);
  };

  /** In an event of its own each, so that whoever asked can ask for more before it ends. */
  const proceed = (): void => {
    if (isOver) return;
    const request = requests.shift();
    const failure = failureAt(request?.step ?? 'commit');
    if (failure === 'hang') {
      return onHung(() => {
        request?.fail(abortError());
        abort(abortError());
      });
    }
    if (failure === 'reject') {
      const error = new DOMException('the disk is full', 'QuotaExceededError');
      request?.fail(error);
      return abort(error);
    }
    if (!request) {
      finish();
      return resolveDone();
    }
    request.work();
    process.receive(0, proceed);
  };

  const end = begin(names, isWriting, () => process.receive(STEP_MS, proceed));
  const stopListening = process.onKilled(() => {
    for (const undo of undos.toReversed()) undo();
    finish();
  });

  return {
    done,
    ask: (step, work) =>
      new Promise((resolve, reject) => {
        if (isOver) {
          return reject(new DOMException('the transaction is over', 'TransactionInactiveError'));
        }
        requests.push({ step, work: () => resolve(work()), fail: reject });
      }),
    undoWith: (undo) => void undos.push(undo),
    abort: () => abort(abortError()),
  };
}

function abortError(): DOMException {
  return new DOMException('the transaction was aborted', 'AbortError');
}
