import { useEffect, useId, useRef } from 'preact/hooks';
import { formatDateTime } from '../format/time.ts';
import { timeZone } from '../state/preferences.ts';
import { partText } from '../text/text.ts';
import { acceptBackup, clearBackup } from './backup-flow.ts';
import type { BackupState } from './backup-flow.ts';
import { contentsInWords } from './contents-in-words.ts';

/** What a file holds and what its import would do, before anything is changed. */
export function BackupOffer({ offer }: { offer: Extract<BackupState, { type: 'offered' }> }) {
  const words = partText().backup;
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const { file, contents } = offer;
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [offer]);
  return (
    <div ref={box} class="backup-offer" role="group" aria-labelledby={titleId} tabIndex={-1}>
      <h3 id={titleId}>{words.offer(file)}</h3>
      <p>{words.holds(contentsInWords(contents))}</p>
      <p class="hint">{words.exportedAt(formatDateTime(contents.exportedAt, timeZone.value))}</p>
      <p>{words.consequence}</p>
      {contents.customAddresses.length > 0 ? (
        <p class="backup-warning">{words.addresses(contents.customAddresses.join(', '))}</p>
      ) : null}
      <div class="settings-buttons">
        <button type="button" class="button primary" onClick={() => void acceptBackup()}>
          {words.accept}
        </button>
        <button type="button" class="button quiet" onClick={clearBackup}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
