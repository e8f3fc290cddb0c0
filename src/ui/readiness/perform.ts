import { send } from '../engine-client.ts';
import type { Device } from '../device.ts';
import type { Delivery } from '../../protocol/delivery.ts';
import { activeTab, isSettingsOpen } from '../state/layout.ts';
import { partText, text } from '../text/text.ts';
import type { BrowserAccess } from './browser-access.ts';
import { isReadinessOpen } from './readiness-open.ts';
import type { LineAction } from './readiness-line.ts';
import type { ReadinessRun } from './readiness-run.ts';

export interface PerformPorts {
  readonly device: Device;
  readonly browser: BrowserAccess;
  readonly run: ReadinessRun;
  /** The browser was asked to keep the storage, and has said no. */
  onStorageDeclined(): void;
}

/** A delivery of nothing, for its sound. */
const TEST_DELIVERY: Delivery = {
  type: 'summary',
  signals: [],
  late: false,
};

/** Does what a line's button says; gives words for what came of it, or none. Never rejects. */
export async function perform(
  action: LineAction,
  { device, browser, run, onStorageDeclined }: PerformPorts,
): Promise<string> {
  const words = partText().readiness;
  switch (action) {
    case 'enableNotifications':
      await device.notifications.press();
      return device.notifications.hint.value ?? '';
    case 'testNotification':
      try {
        await browser.showTestNotification();
        return words.notifications.sent;
      } catch (error) {
        return text().shell.notifications.showFailed(String(error));
      }
    case 'unlockSound':
    case 'turnSoundOn':
      await device.bell.press();
      return device.bell.failure.value ?? '';
    case 'ring':
      return device.bell.ring(TEST_DELIVERY) === 'rung' ? words.sound.rung : words.sound.notRung;
    case 'keepStorage': {
      if (!(await browser.keepStorage())) onStorageDeclined();
      await run.readBrowser();
      return '';
    }
    case 'install':
      await device.installOffer.install();
      await run.readBrowser();
      return device.installOffer.failure.value ?? '';
    case 'connect':
    case 'reconnect':
      send({ type: action });
      return '';
    case 'showRules':
      isReadinessOpen.value = false;
      isSettingsOpen.value = false;
      activeTab.value = 'rules';
      return '';
    case 'checkAgain':
      run.start();
      return '';
    default:
      return action satisfies never;
  }
}
