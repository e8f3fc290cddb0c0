/**
 * One check after another, as the dialog shows them.
 *
 * Guarantees: what was found before is forgotten when a check starts, so that nothing old is shown
 * as new; an engine that does not answer is said after 45 s, and its answer is shown if it comes
 * after all; an answer to an earlier check changes nothing.
 */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { ReadinessReport } from '../../protocol/readiness.ts';
import type { BrowserFacts } from './page-facts.ts';

export interface RunPorts {
  /** Never rejects. */
  readBrowser(): Promise<BrowserFacts>;
  askEngine(): Promise<ReadinessReport>;
  /** Returns the way to call it off. */
  setTimer(act: () => void, delayMs: number): () => void;
}

export interface ReadinessRun {
  readonly isRunning: ReadonlySignal<boolean>;
  readonly browser: ReadonlySignal<BrowserFacts | null>;
  readonly report: ReadonlySignal<ReadinessReport | null>;
  readonly isEngineSilent: ReadonlySignal<boolean>;
  /** Does nothing while a check runs. */
  start(): void;
  /** Asks the browser alone once more, after something was changed there. */
  readBrowser(): Promise<void>;
  stop(): void;
}

/** The engine's own check ends within half a minute. */
export const ENGINE_PATIENCE_MS = 45_000;

export function createReadinessRun(ports: RunPorts): ReadinessRun {
  const isRunning = signal(false);
  const browser = signal<BrowserFacts | null>(null);
  const report = signal<ReadinessReport | null>(null);
  const isEngineSilent = signal(false);
  let run = 0;
  let cancelTimer: () => void = () => undefined;

  const readBrowser = async (): Promise<void> => {
    browser.value = await ports.readBrowser();
  };

  return {
    isRunning,
    browser,
    report,
    isEngineSilent,
    readBrowser,
    start() {
      if (isRunning.value) return;
      const mine = ++run;
      isRunning.value = true;
      report.value = null;
      isEngineSilent.value = false;
      void readBrowser();
      cancelTimer = ports.setTimer(() => {
        isEngineSilent.value = true;
        isRunning.value = false;
      }, ENGINE_PATIENCE_MS);
      void ports.askEngine().then((answer) => {
        if (mine !== run) return;
        cancelTimer();
        report.value = answer;
        isEngineSilent.value = false;
        isRunning.value = false;
      });
    },
    stop() {
      run++;
      cancelTimer();
      isRunning.value = false;
    },
  };
}
