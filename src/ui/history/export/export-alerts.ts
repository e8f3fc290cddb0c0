import { ask } from '../../ask.ts';
import { saveFile } from '../../backup/save-file.ts';
import { send } from '../../engine-client.ts';
import { formatNumber } from '../../format/price.ts';
import { notify } from '../../state/notices.ts';
import { partText } from '../../text/text.ts';
import { alertFilter } from '../filters.ts';
import { alertFile } from './alert-files.ts';
import type { FileKind } from './alert-files.ts';
import { collectAlerts } from './collect-alerts.ts';

export type { FileKind };

const NOTICE = 'alerts-exported';

/** Saves every stored alert that matches the filters as one file, and says how many there were. */
export async function exportAlerts(
  kind: FileKind,
  watch: { readonly onProgress: (count: number) => void; readonly isStopped: () => boolean },
): Promise<void> {
  const filter = alertFilter.peek();
  const askForPage = (question: { before: number; limit: number; filter: typeof filter }) =>
    ask(send, { type: 'loadHistory', ...question });
  const { alerts, isWhole } = await collectAlerts(askForPage, filter, watch);
  if (watch.isStopped()) return;
  const { name, type, content } = alertFile(kind, alerts, { filter, now: Date.now() });
  saveFile(name, content, type);
  const words = partText().history.exported;
  const told = words.done(alerts.length, formatNumber(alerts.length, 0), name);
  notify(isWhole ? 'info' : 'warning', isWhole ? told : `${told} ${words.notWhole}`, {
    id: NOTICE,
  });
}
