import { useSignal } from '@preact/signals';
import type { Delivery } from '../../protocol/delivery.ts';
import { useDevice } from '../device-context.ts';
import type { NotificationsState } from '../notify/notifications-control.ts';
import type { Bell } from '../sound/bell.ts';
import { partText, text } from '../text/text.ts';

/** A delivery of nothing, for its sound. */
const SOUND_ONLY: Delivery = { type: 'summary', signals: [], late: false };

/** Notifications on, and how the bell sounds; what stands in the way is said in words. */
export function TellStep() {
  const words = partText().firstRun.telling;
  const { bell, notifications } = useDevice();
  const heard = useSignal('');
  const state = notifications.state.value;
  const hear = async () => {
    const isRung = await ring(bell);
    heard.value = isRung ? words.heard : words.notHeard;
  };
  return (
    <div class="telling">
      <div class="chips">
        {state === 'off' ? (
          <button type="button" class="button primary" onClick={() => void notifications.press()}>
            {words.turnOn}
          </button>
        ) : null}
        {state === 'on' ? <span class="telling-on">✓ {words.isOn}</span> : null}
        {bell.state.value === 'unsupported' ? null : (
          <button type="button" class="button" onClick={() => void hear()}>
            {words.hear}
          </button>
        )}
        <span role="status" class="hint">
          {heard.value}
        </span>
      </div>
      <p class="hint">{obstacle(state) ?? notifications.hint.value ?? words.keepOpen}</p>
    </div>
  );
}

/** What keeps notifications away and only the user can change, elsewhere. */
function obstacle(state: NotificationsState): string | null {
  const { denied, needsInstall, unsupported } = text().shell.notifications;
  switch (state) {
    case 'denied':
      return denied;
    case 'needs-install':
      return needsInstall;
    case 'unsupported':
      return unsupported;
    case 'on':
    case 'off':
      return null;
    default:
      return state satisfies never;
  }
}

/** Whether the bell was rung; one that is off or blocked is switched on, and sounds by that. */
async function ring(bell: Bell): Promise<boolean> {
  if (bell.state.peek() === 'on') return bell.ring(SOUND_ONLY) === 'rung';
  await bell.press();
  return bell.failure.peek() === null;
}
