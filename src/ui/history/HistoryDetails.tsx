import { useEffect, useRef } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { Lazy } from '../shell/Lazy.tsx';
import { partText } from '../text/text.ts';
import { detailsIdOf } from './details-id.ts';
import './history-details.css';

const loadDetails = async () => (await import('./AlertDetails.tsx')).AlertDetails;

interface Props {
  readonly alert: Alert;
  /** Told when it is drawn, and whenever it changes. */
  readonly onHeight: (height: number) => void;
}

/** The row under the one that is open. */
export function HistoryDetails({ alert, onHeight }: Props) {
  const root = useRef<HTMLTableRowElement>(null);
  const latest = useRef(onHeight);
  latest.current = onHeight;
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => latest.current(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <tr ref={root} role="row" class="history-details" id={detailsIdOf(alert.id)}>
      <td role="cell" colSpan={8} aria-label={partText().history.detailsOf(alert.symbol)}>
        <Lazy load={loadDetails} props={{ alert }} />
      </td>
    </tr>
  );
}
