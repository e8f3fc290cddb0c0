import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../protocol/messages.ts';
import { settle } from '../../testing/fake-clock.ts';
import { createFakeAir } from '../../testing/fake-channel.ts';
import { openEventReceiver, openEventSender, openTabChannel } from './tab-channel.ts';
import type { TabMessage } from './tab-channel.ts';

function openTabs() {
  const air = createFakeAir();
  const open = air.openTab().openChannel;
  const heard: TabMessage[] = [];
  let strangers = 0;
  const join = (build: string) =>
    openTabChannel({
      open,
      name: 'tocsin',
      build,
      onMessage: (message) => heard.push(message),
      onStranger: () => strangers++,
    });
  const listener = join('this one');
  return { open, heard, listener, join, strangers: () => strangers };
}

describe('the tab channel', () => {
  it('carries messages between tabs of the same build', async () => {
    const { heard, join } = openTabs();
    const speaker = join('this one');
    const message = { kind: 'hello', from: 'a', isVisible: true } as const;
    speaker.tell(message);
    await settle();
    expect(heard).toEqual([message]);
  });

  it('of another build only the sign of life is heard', async () => {
    const { heard, join, strangers } = openTabs();
    const speaker = join('an older one');
    speaker.tell({ kind: 'hello', from: 'a', isVisible: true });
    speaker.tell({ kind: 'beat', from: 'a', isServing: true });
    await settle();
    expect(heard).toEqual([]);
    // The beat is a stranger's to the listener; the speaker itself hears nothing of its own.
    expect(strangers()).toBe(1);
  });

  it.each([
    null,
    undefined,
    'beat',
    7,
    [],
    {},
    { build: 'this one' },
    { content: { kind: 'beat' } },
  ])('ignores what is no envelope: %j', async (garbage) => {
    const { open, heard, strangers } = openTabs();
    open('tocsin').postMessage(garbage);
    await settle();
    expect(heard).toEqual([]);
    expect(strangers()).toBe(0);
  });

  it('closed, hears nothing more', async () => {
    const { heard, join, listener } = openTabs();
    const speaker = join('this one');
    listener.close();
    heard.length = 0;
    speaker.tell({ kind: 'bye', from: 'a' });
    await settle();
    expect(heard).toEqual([]);
  });
});

describe('the channel of a follower', () => {
  it('carries events as they are, from the same build only', async () => {
    const { open } = openTabs();
    const events: EngineEvent[] = [];
    openEventReceiver(open, 'tocsin:a', 'this one', (event) => events.push(event));
    const event: EngineEvent = { type: 'refused', faults: [] };
    openEventSender(open, 'tocsin:a', 'an older one').send(event);
    openEventSender(open, 'tocsin:b', 'this one').send(event);
    await settle();
    expect(events).toEqual([]);
    openEventSender(open, 'tocsin:a', 'this one').send(event);
    await settle();
    expect(events).toEqual([event]);
  });

  it('takes no harm from an answer that comes when the follower has gone', () => {
    const sender = openEventSender(openTabs().open, 'tocsin:a', 'this one');
    sender.close();
    expect(() => sender.send({ type: 'refused', faults: [] })).not.toThrow();
  });
});
