// Before the parts of the page, whose styles build on these.
import './style/tokens.css';
import './style/palettes.css';
import './style/base.css';
import './style/controls.css';
import './style/layout.css';
import './style/dialog.css';
import { computed } from '@preact/signals';
import { render } from 'preact';
import { tellSummary } from './alerts/tell-summary.ts';
import { DeviceContext } from './device-context.ts';
import { createDevice } from './device.ts';
import { openEngine, send, startEngine } from './engine-client.ts';
import { forgetOldVNodes } from './forget-old-vnodes.ts';
import { followErrors } from './health/follow-errors.ts';
import { formatPrice, tickDecimals } from './format/price.ts';
import { offerRuleLink } from './rules/import/rule-links.ts';
import { App } from './shell/App.tsx';
import { followAppearance } from './shell/appearance.ts';
import { followLanguage } from './shell/follow-language.ts';
import { perform } from './shortcuts/perform.ts';
import { listenToShortcuts } from './shortcuts/shortcuts.ts';
import { parseStartOptions } from './start-options.ts';
import { alerts, focusAlert } from './state/alerts.ts';
import { onDelivery } from './state/delivery.ts';
import { engineStarts, isDemo } from './state/engine.ts';
import { openHistory } from './state/layout.ts';
import { notify } from './state/notices.ts';
import { settings } from './state/settings.ts';
import { followSight } from './state/sight.ts';
import { tickSizeOf } from './state/symbols.ts';
import { text } from './text/text.ts';

const { options, faults } = parseStartOptions(location.search);
isDemo.value = options.feed === 'demo';

followSight(document);
const device = createDevice({
  settings,
  areSettingsKnown: computed(() => engineStarts.value > 0),
  alerts,
  send,
  formatPrice: (symbol, price) => formatPrice(price, tickDecimals(tickSizeOf(symbol))),
  openAlert: focusAlert,
  openHistory,
  offerRule: offerRuleLink,
  tell: (message, id) => notify('warning', message, { id }),
});
onDelivery((delivery, until) => {
  tellSummary(delivery);
  device.deliver(delivery, until);
});
followErrors(window);
followAppearance(document.documentElement);
const { isShown } = followLanguage(document.documentElement, navigator.languages);
listenToShortcuts(document, (action) => perform(action, device));
forgetOldVNodes();
startEngine(openEngine, options);

// The page is drawn no earlier, so that no text changes under the eyes; the engine does not wait. A
// task of its own between loading and drawing lets the browser answer the user.
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
void isShown.then(nextTask).then(() => {
  for (const fault of faults) notify('error', text().notices.start(text().fault(fault)));
  const root = document.querySelector('#app');
  if (!root) return;
  render(
    <DeviceContext.Provider value={device}>
      <App />
    </DeviceContext.Provider>,
    root,
  );
});
