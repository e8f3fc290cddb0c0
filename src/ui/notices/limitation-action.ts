import type { Limitation } from '../../protocol/messages.ts';
import { isSettingsOpen } from '../state/layout.ts';
import type { NoticeAction } from '../state/notices.ts';
import { text } from '../text/text.ts';

/** What the user can do about something that the browser lacks; null where there is nothing to do. */
export function limitationAction(limitation: Limitation): NoticeAction | null {
  const words = text().notices;
  switch (limitation) {
    case 'storage':
      // Where nothing is kept, a file does: the settings make one.
      return { label: words.saveCopy, run: () => (isSettingsOpen.value = true) };
    case 'other-build':
      return { label: words.reload, run: () => location.reload() };
    case 'locks':
    case 'broadcast':
    case 'symbol-list':
      return null;
    default:
      return limitation satisfies never;
  }
}
