import type { ConnectionReport } from '../../protocol/health.ts';
import { send } from '../engine-client.ts';
import { isDemo } from '../state/engine.ts';
import { partText, text } from '../text/text.ts';

/**
 * Why there are no prices, and what can be done meanwhile. Shown only when something is wrong: that the
 * user has switched off is said at the top of the page.
 */
export function Outage({ link }: { link: ConnectionReport }) {
  const words = text();
  const isDown = link.outage !== null || link.state === 'ERROR';
  if (!isDown || isDemo.value) return null;
  return (
    <div class="outage">
      <p>
        {link.outage === null
          ? words.connection.meanings.ERROR
          : words.connection.outages[link.outage]}
      </p>
      <p class="outage-actions">
        <button type="button" class="button" onClick={() => send({ type: 'reconnect' })}>
          {words.health.retryNow}
        </button>
        <span>{partText().health.demoOffer}</span>
        <a class="button" href="?feed=demo">
          {words.health.demoLink}
        </a>
      </p>
    </div>
  );
}
