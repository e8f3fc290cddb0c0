import { notify } from '../../state/notices.ts';
import { importRequest } from '../../state/rule-dialogs.ts';
import { text } from '../../text/text.ts';

/** More than the largest rule in UTF-8; what is longer is refused without being read in full. */
const MOST_BYTES = 1_000_000;

/** Offers the rule in a file for import. */
export async function offerFile(file: File): Promise<void> {
  try {
    const content = await file.slice(0, MOST_BYTES).text();
    importRequest.value = { source: 'file', content };
  } catch (error) {
    notify('error', text().rules.fileUnreadable(String(error)));
  }
}
