import { connection } from '../state/connection.ts';
import { isDemo } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { text } from '../text/text.ts';

/** One line at the top when the exchange is out of reach; the Health panel says what can be done. */
export function OutageBanner() {
  const outage = connection.value?.outage ?? null;
  if (outage === null || isDemo.value) return null;
  const words = text();
  const showHealth = () => {
    activeTab.value = 'health';
    // On the next frame the tab's panel is there to be scrolled to.
    requestAnimationFrame(() => document.querySelector('.outage')?.scrollIntoView());
  };
  return (
    <div class="notice" data-kind="error" role="alert">
      <p>{words.connection.outages[outage]}</p>
      <button type="button" class="button" onClick={showHealth}>
        {words.health.whatToDo}
      </button>
    </div>
  );
}
