import { connection } from '../state/connection.ts';
import { closeNotice, notices } from '../state/notices.ts';
import type { Notice } from '../state/notices.ts';
import { Icon } from '../shell/Icon.tsx';
import { text } from '../text/text.ts';
import './notices.css';

const MOST_SHOWN = 3;
const SYMBOL_LIST = 'limitation:symbol-list';

/** What the user should know: refusals, what is missing, and offers to undo. */
export function Notices() {
  const words = text().notices;
  const isOut = (connection.value?.outage ?? null) !== null;
  // Where the exchange is out of reach, its list of symbols is as well: said once is enough.
  const all = notices.value.filter(({ id }) => !isOut || id !== SYMBOL_LIST);
  const hidden = all.length - MOST_SHOWN;
  return (
    <div class="notices" role="log" aria-label={words.label}>
      {all.slice(0, MOST_SHOWN).map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
      {hidden > 0 ? <p class="notice-more">{words.more(hidden)}</p> : null}
    </div>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const words = text().notices;
  const { id, kind, message, count, action } = notice;
  return (
    <div class="notice" data-kind={kind}>
      <p>
        {message}
        {count > 1 ? <span class="badge">{words.repeated(count)}</span> : null}
      </p>
      {action ? (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        class="icon-button"
        aria-label={words.close}
        onClick={() => closeNotice(id)}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
