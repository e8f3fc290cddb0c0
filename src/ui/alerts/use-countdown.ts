import { useEffect, useMemo } from 'preact/hooks';
import type { Alert } from '../../domain/alert.ts';
import { removeToasts } from '../state/alerts.ts';
import { settings } from '../state/settings.ts';
import { isPageSeen } from '../state/sight.ts';
import { createToastCountdown } from './toast-countdown.ts';
import type { ToastCountdown } from './toast-countdown.ts';

/** Lets toasts leave after their time, which stands still while the page is hidden. */
export function useCountdown(shown: readonly Alert[]): ToastCountdown {
  const countdown = useMemo(
    () =>
      createToastCountdown({
        now: () => performance.now(),
        setTimer: (run, delayMs) => {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
        onElapsed: removeToasts,
      }),
    [],
  );
  useEffect(() => {
    const ids = shown.map((alert) => alert.id);
    countdown.show(ids, settings.peek().toastDurationMs);
  }, [countdown, shown]);
  useEffect(() => {
    const unfollow = isPageSeen.subscribe((isIt) => {
      if (isIt) countdown.release('hidden');
      else countdown.hold('hidden');
    });
    return () => {
      unfollow();
      countdown.stop();
    };
  }, [countdown]);
  return countdown;
}
