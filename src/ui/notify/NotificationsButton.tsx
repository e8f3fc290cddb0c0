import { useDevice } from '../device-context.ts';
import '../device-buttons.css';
import './notifications-button.css';
import { text } from '../text/text.ts';

const HINT_ID = 'notifications-hint';

/** Turns notifications on and off, and says what to do where the browser stands in the way. */
export function NotificationsButton() {
  const { notifications } = useDevice();
  const state = notifications.state.value;
  const hint = notifications.hint.value;
  const isOn = state === 'on';
  return (
    <div class="device-control">
      <button
        type="button"
        class={`button notifications-button ${state === 'off' ? 'primary' : ''}`}
        data-state={state}
        aria-describedby={hint === null ? undefined : HINT_ID}
        onClick={() => void notifications.press()}
      >
        <NotificationIcon isOn={isOn} />
        {/* What is still to be done keeps its words on a narrow screen. */}
        <span class={isOn ? 'device-label' : undefined}>
          {isOn ? text().shell.notifications.on : text().shell.notifications.enable}
        </span>
      </button>
      {/* Always there, so that screen readers notice when it fills. */}
      <div id={HINT_ID} role="status">
        {hint !== null && <p class="device-hint">{hint}</p>}
      </div>
    </div>
  );
}

function NotificationIcon({ isOn }: { isOn: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d="M8 2a4 4 0 0 0-4 4c0 3-.7 4-1.7 5h11.4C12.7 10 12 9 12 6a4 4 0 0 0-4-4zM6.5 13a1.6 1.6 0 0 0 3 0"
        fill={isOn ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
