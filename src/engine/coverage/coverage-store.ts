import type { SignOfLife, StoredCoverage } from './stored-coverage.ts';

/** Where the log outlives the page: a part of the profile. Everything may reject. */
export interface CoverageStore {
  loadCoverage(): Promise<unknown>;
  saveCoverage(log: StoredCoverage): Promise<void>;
  loadCoverageSign(): Promise<unknown>;
  /** A few bytes, written every few seconds where the log itself has not changed. */
  saveCoverageSign(sign: SignOfLife): Promise<void>;
}

export const NO_COVERAGE_STORE: CoverageStore = {
  loadCoverage: () => Promise.resolve(),
  saveCoverage: () => Promise.resolve(),
  loadCoverageSign: () => Promise.resolve(),
  saveCoverageSign: () => Promise.resolve(),
};
