/**
 * Writes the log down now and then.
 *
 * Guarantees: what is stored never claims more than is known: a sign of life prolongs only the very
 * state of the log that was stored before it. What could not be written is tried again. No more than
 * one write every `PAUSE_MS` (a large log: `PAUSE_PER_SPAN_MS` for each span), unless asked.
 */
import { troubleInWords } from '../store/storage-trouble.ts';
import type { CoverageStore } from './coverage-store.ts';
import type { StoredCoverage } from './stored-coverage.ts';
import type { SymbolHistories } from './symbol-histories.ts';

export interface CoverageSaver {
  /** Writes if it is time to. */
  saveDue(now: number): void;
  save(now: number): void;
}

const PAUSE_MS = 5_000;
const PAUSE_PER_SPAN_MS = 0.1;

export function createCoverageSaver(parts: {
  readonly store: CoverageStore;
  readonly histories: Pick<SymbolHistories, 'revision' | 'spanCount'>;
  readonly snapshot: (id: string, now: number) => StoredCoverage;
  /** Tells this engine's states from those of others. */
  readonly origin: number;
  readonly onFailure: (reason: string) => void;
}): CoverageSaver {
  const { store, histories, snapshot, origin, onFailure } = parts;
  let stored: { readonly revision: number; readonly id: string } | null = null;
  let writtenAt = -Infinity;
  let isWriting = false;

  const write = async (work: Promise<void>): Promise<boolean> => {
    isWriting = true;
    try {
      await work;
      return true;
    } catch (error) {
      onFailure(troubleInWords(error));
      return false;
    } finally {
      isWriting = false;
    }
  };

  const saveLog = async (now: number): Promise<void> => {
    const { revision } = histories;
    const state = { revision, id: `${origin}-${revision}` };
    if (await write(store.saveCoverage(snapshot(state.id, now)))) stored = state;
  };

  const save = (now: number): void => {
    writtenAt = now;
    if (stored?.revision !== histories.revision) return void saveLog(now);
    void write(store.saveCoverageSign({ id: stored.id, seenAt: now }));
  };

  return {
    save,
    saveDue(now) {
      const pauseMs = Math.max(PAUSE_MS, histories.spanCount * PAUSE_PER_SPAN_MS);
      if (!isWriting && Math.abs(now - writtenAt) >= pauseMs) save(now);
    },
  };
}
