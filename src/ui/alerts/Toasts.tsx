import { useRef } from 'preact/hooks';
import { send } from '../engine-client.ts';
import { removeToasts, toasts } from '../state/alerts.ts';
import { firstRun } from '../first-run/visit.ts';
import { text } from '../text/text.ts';
import { Announcements } from './Announcements.tsx';
import { Toast } from './Toast.tsx';
import { useCountdown } from './use-countdown.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import './toasts.css';

/** The newest active alerts, over the page. */
export function Toasts() {
  const words = text().alerts;
  const shown = toasts.value;
  const region = useRef<HTMLElement>(null);
  const countdown = useCountdown(shown);
  const focus = useKeptFocus(region, () => countdown.release('focused'));

  const dismiss = (id: string) => {
    removeToasts([id]);
    send({ type: 'dismissAlert', id });
  };
  const dismissAll = () => {
    removeToasts(shown.map((alert) => alert.id));
    send({ type: 'dismissAllAlerts' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const toast = event.target instanceof Element ? event.target.closest('[data-alert]') : null;
    const id = toast instanceof HTMLElement ? toast.dataset['alert'] : undefined;
    if (event.key !== 'Escape' || id === undefined) return;
    event.preventDefault();
    dismiss(id);
  };
  const onFocusIn = (event: FocusEvent) => {
    focus.enter(event.relatedTarget);
    countdown.hold('focused');
  };
  const onFocusOut = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (!(next instanceof Node) || !region.current?.contains(next)) countdown.release('focused');
  };

  return (
    <>
      <section
        ref={region}
        class="toasts"
        data-first-run={firstRun() !== 'closed'}
        aria-label={words.title}
        onKeyDown={onKeyDown}
        onFocusIn={onFocusIn}
        onFocusOut={onFocusOut}
        onPointerEnter={() => countdown.hold('pointed')}
        onPointerLeave={() => countdown.release('pointed')}
      >
        {shown.map((alert) => (
          <Toast key={alert.id} alert={alert} onDismiss={dismiss} />
        ))}
        {shown.length > 1 ? (
          <button type="button" class="button toasts-all" onClick={dismissAll}>
            {words.dismissAll}
          </button>
        ) : null}
      </section>
      <Announcements />
    </>
  );
}
