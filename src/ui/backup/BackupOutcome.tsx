import { LARGEST_BACKUP_BYTES } from '../../protocol/backup.ts';
import { formatNumber } from '../format/price.ts';
import { partText, text } from '../text/text.ts';
import type { BackupState } from './backup-flow.ts';
import { contentsInWords } from './contents-in-words.ts';

const MEGABYTE = 1024 * 1024;

/** How the last step is going, or how it ended. */
export function BackupOutcome({ state }: { state: BackupState }) {
  const words = partText().backup;
  const problem = problemInWords(state);
  return (
    <>
      {/* There from the beginning, so that what comes into it is read out. */}
      <p class="backup-outcome" role="status">
        {outcomeInWords(state)}
      </p>
      {problem ? (
        <p class="error" role="alert">
          {problem}
        </p>
      ) : null}
      {state.type === 'refused' ? (
        <div class="error" role="alert">
          <p>{words.refused}</p>
          <ul class="backup-faults">
            {state.faults.map((fault) => (
              <li key={`${fault.field} ${fault.value}`}>{text().fault(fault)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function outcomeInWords(state: BackupState): string {
  const words = partText().backup;
  if (state.type === 'working') return words[state.at];
  if (state.type === 'imported') return words.imported(contentsInWords(state.contents));
  if (state.type !== 'exported') return '';
  const { contents, leftOut, isWhole } = state.data;
  return [
    words.exported(state.file, contentsInWords(contents)),
    leftOut > 0 ? words.leftOut(formatNumber(leftOut, 0)) : '',
    isWhole ? '' : words.notWhole,
  ]
    .join(' ')
    .trim();
}

function problemInWords(state: BackupState): string {
  const words = partText().backup;
  const megabytes = (bytes: number): string => `${formatNumber(Math.ceil(bytes / MEGABYTE), 0)} MB`;
  switch (state.type) {
    case 'tooLarge':
      return words.tooLarge(megabytes(state.bytes), megabytes(LARGEST_BACKUP_BYTES));
    case 'unreadable':
      return words.unreadable(state.reason);
    case 'noAnswer':
      return words.noAnswer;
    case 'idle':
    case 'working':
    case 'exported':
    case 'offered':
    case 'imported':
    case 'refused':
      return '';
    default:
      return state satisfies never;
  }
}
