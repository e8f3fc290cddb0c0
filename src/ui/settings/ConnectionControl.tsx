import { send } from '../engine-client.ts';
import { connectionState } from '../state/connection.ts';
import { partText } from '../text/text.ts';

/** Opens and closes the link to the exchange by hand. */
export function ConnectionControl() {
  const words = partText().settings;
  const isOff = connectionState.value === 'DISCONNECTED';
  return (
    <fieldset class="settings-group">
      <legend>{words.control}</legend>
      <div class="settings-buttons">
        {isOff ? (
          <button type="button" class="button" onClick={() => send({ type: 'connect' })}>
            {words.connect}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => send({ type: 'disconnect' })}>
            {words.disconnect}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={isOff}
          onClick={() => send({ type: 'reconnect' })}
        >
          {words.reconnect}
        </button>
      </div>
    </fieldset>
  );
}
