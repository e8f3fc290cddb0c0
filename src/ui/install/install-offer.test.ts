import { describe, expect, it } from 'vitest';
import { createInstallOffer } from './install-offer.ts';

const DESKTOP = { isInstalled: false, isIos: false };

function offerEvent(prompt: () => Promise<unknown>): Event {
  return Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
}

describe('the offer to install', () => {
  it('is hidden until the browser makes it', () => {
    const target = new EventTarget();
    const offer = createInstallOffer(target, DESKTOP);
    expect(offer.state.value).toBe('hidden');
    const event = offerEvent(async () => ({ outcome: 'accepted' }));
    target.dispatchEvent(event);
    expect(offer.state.value).toBe('offered');
    expect(event.defaultPrevented).toBe(true);
  });

  it('serves once', async () => {
    let promptCount = 0;
    const target = new EventTarget();
    const offer = createInstallOffer(target, DESKTOP);
    target.dispatchEvent(offerEvent(async () => (promptCount += 1)));
    await offer.install();
    await offer.install();
    expect(promptCount).toBe(1);
    expect(offer.state.value).toBe('hidden');
  });

  it('goes away when the app was installed', () => {
    const target = new EventTarget();
    const offer = createInstallOffer(target, DESKTOP);
    target.dispatchEvent(offerEvent(async () => ({})));
    target.dispatchEvent(new Event('appinstalled'));
    expect(offer.state.value).toBe('hidden');
  });

  it('says why it failed', async () => {
    const target = new EventTarget();
    const offer = createInstallOffer(target, DESKTOP);
    target.dispatchEvent(offerEvent(() => Promise.reject(new Error('no gesture'))));
    await offer.install();
    expect(offer.failure.value).toContain('no gesture');
  });

  it('ignores an event that cannot prompt', () => {
    const target = new EventTarget();
    const offer = createInstallOffer(target, DESKTOP);
    target.dispatchEvent(new Event('beforeinstallprompt'));
    expect(offer.state.value).toBe('hidden');
  });

  it('is made in words on iOS, unless installed', () => {
    const target = new EventTarget();
    expect(createInstallOffer(target, { isInstalled: false, isIos: true }).state.value).toBe(
      'manual',
    );
    expect(createInstallOffer(target, { isInstalled: true, isIos: true }).state.value).toBe(
      'hidden',
    );
  });
});
