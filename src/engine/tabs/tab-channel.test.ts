import { describe, expect, it } from 'vitest';
import type { Alert } from '../../domain/alert.ts';
import { settle } from '../../testing/fake-clock.ts';
import { createFakeAir } from '../../testing/fake-channel.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { createTabChannel } from './tab-channel.ts';

function openTabs() {
  const air = createFakeAir();
  const heard: (readonly Alert[])[] = [];
  const listener = createTabChannel(air.openChannel('tocsin'), (alerts) => heard.push(alerts));
  const speaker = createTabChannel(air.openChannel('tocsin'), () => undefined);
  return { heard, listener, speaker, raw: air.openChannel('tocsin') };
}

describe('the tab channel', () => {
  it('carries alerts to the other tabs as they are', async () => {
    const { heard, speaker } = openTabs();
    const alerts = [sampleAlert(), sampleAlert({ id: 'other', announcedAt: 5 })];
    speaker.tell(alerts);
    await settle();
    expect(heard).toEqual([alerts]);
  });

  it.each([
    null,
    undefined,
    'alerts',
    7,
    [],
    {},
    { type: 'alertsChanged', alerts: [sampleAlert()] },
    [null, 'alert', {}],
    [{ ...sampleAlert(), price: undefined }],
  ])('ignores what another version may say: %j', async (garbage) => {
    const { heard, raw } = openTabs();
    raw.postMessage(garbage);
    await settle();
    expect(heard).toEqual([]);
  });

  it('keeps the alerts that it can read, without fields that it does not know', async () => {
    const { heard, raw } = openTabs();
    raw.postMessage([
      { ...sampleAlert(), mood: 'bullish' },
      { ...sampleAlert(), strength: 2 },
    ]);
    await settle();
    expect(heard).toEqual([[sampleAlert()]]);
  });

  it('disposed, hears nothing more', async () => {
    const { heard, speaker, listener } = openTabs();
    listener.dispose();
    speaker.tell([sampleAlert()]);
    await settle();
    expect(heard).toEqual([]);
  });
});
