import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatNumber } from '../format/price.ts';
import { notify } from '../state/notices.ts';
import { partText } from '../text/text.ts';
import type { FileKind } from './export/export-alerts.ts';

const KINDS = ['csv', 'json'] as const satisfies readonly FileKind[];

/** Saves what matches the filters as a file; what takes long says how far it is and can be stopped. */
export function ExportButtons() {
  const words = partText().history.exported;
  const count = useSignal<number | null>(null);
  const underway = useRef<object | null>(null);

  const save = async (kind: FileKind) => {
    const own = {};
    underway.current = own;
    const isStopped = () => underway.current !== own;
    count.value = 0;
    try {
      const { exportAlerts } = await import('./export/export-alerts.ts');
      await exportAlerts(kind, {
        onProgress: (collected) => (count.value = isStopped() ? count.value : collected),
        isStopped,
      });
    } catch (error) {
      notify('error', words.failed(String(error)));
    }
    if (!isStopped()) stop();
  };
  const stop = () => {
    underway.current = null;
    count.value = null;
  };

  if (count.value !== null) {
    return (
      <div class="history-export">
        <span role="status">{words.collecting}</span>
        <span aria-hidden="true">{formatNumber(count.value, 0)}</span>
        <button type="button" class="button quiet" onClick={stop}>
          {words.stop}
        </button>
      </div>
    );
  }
  return (
    <div class="history-export" role="group" aria-label={words.label}>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class="button quiet"
          aria-label={words.as[kind]}
          title={words.as[kind]}
          onClick={() => void save(kind)}
        >
          {words.short[kind]}
        </button>
      ))}
    </div>
  );
}
