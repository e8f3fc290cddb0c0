/** On command, how much memory the page and its workers use after a garbage collection. */
import { command, report } from './report.ts';

interface Breakdown {
  readonly bytes: number;
  readonly types: readonly string[];
  readonly attribution: readonly { readonly scope: string }[];
}

interface MeasuringPerformance extends Performance {
  measureUserAgentSpecificMemory(): Promise<{ readonly breakdown: readonly Breakdown[] }>;
}

export function tellMemory(): void {
  void (async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      await command('memory');
      // oxlint-disable-next-line no-await-in-loop
      await report('memory', await measure());
    }
  })();
}

async function measure(): Promise<{ readonly worker: number; readonly page: number }> {
  const { breakdown } = await (
    performance as MeasuringPerformance
  ).measureUserAgentSpecificMemory();
  let worker = 0;
  let page = 0;
  for (const { bytes, attribution } of breakdown) {
    const isWorker = attribution.some(({ scope }) => scope.includes('Worker'));
    if (isWorker) worker += bytes;
    else page += bytes;
  }
  return { worker, page };
}
