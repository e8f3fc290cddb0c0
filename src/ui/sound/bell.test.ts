import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { alertDue, summaryDue } from '../../testing/deliveries.ts';
import { createBell } from './bell.ts';
import type { BellPorts, BellVoice } from './bell.ts';

interface FakeVoice extends BellVoice {
  state: BellVoice['state'];
  currentTime: number;
  readonly startTimes: number[];
  change(state: BellVoice['state']): void;
}

function fakeVoice(state: BellVoice['state'], given: Partial<BellVoice> = {}): FakeVoice {
  const listeners: (() => void)[] = [];
  const startTimes: number[] = [];
  const voice: FakeVoice = {
    state,
    currentTime: 10,
    startTimes,
    change(next) {
      voice.state = next;
      for (const read of listeners) read();
    },
    resume: async () => voice.change('running'),
    close: async () => voice.change('closed'),
    onStateChange: (read) => void listeners.push(read),
    schedule: (_strokes, startAt) => void startTimes.push(startAt),
    ...given,
  };
  return voice;
}

function setUp(
  voice: BellVoice | null,
  { enabled = true, ...given }: Partial<BellPorts> & { enabled?: boolean } = {},
) {
  const isEnabled = signal(enabled);
  let gesture = (): void => {};
  let openCount = 0;
  const bell = createBell({
    isEnabled,
    changeEnabled: (value) => (isEnabled.value = value),
    openVoice: () => {
      openCount += 1;
      return voice;
    },
    afterStart: (act) => act(),
    onGesture: (react) => (gesture = react),
    ...given,
  });
  return { bell, isEnabled, gesture: () => gesture(), openCount: () => openCount };
}

describe('the state of sound', () => {
  it.each<[string, BellVoice | null, string]>([
    ['on while the device runs', fakeVoice('running'), 'on'],
    ['blocked while it is suspended', fakeVoice('suspended'), 'blocked'],
    ['blocked while a call has it', fakeVoice('interrupted'), 'blocked'],
    ['unsupported without Web Audio', null, 'unsupported'],
  ])('is %s', (_fact, voice, state) => {
    expect(setUp(voice).bell.state.value).toBe(state);
  });

  it('is off, with no device open, while the setting is off', () => {
    const { bell, openCount } = setUp(fakeVoice('running'), { enabled: false });
    expect(bell.state.value).toBe('off');
    expect(openCount()).toBe(0);
  });

  it('is unsupported, with the reason, where no device would open', () => {
    const { bell } = setUp(null, {
      openVoice: () => {
        throw new Error('no device');
      },
    });
    expect(bell.state.value).toBe('unsupported');
    expect(bell.failure.value).toBe('Error: no device');
  });

  it('follows the device', () => {
    const voice = fakeVoice('running');
    const { bell } = setUp(voice);
    voice.change('interrupted');
    expect(bell.state.value).toBe('blocked');
    voice.change('running');
    expect(bell.state.value).toBe('on');
  });

  it('follows the setting, and gives the device back', () => {
    const voice = fakeVoice('running');
    const { bell, isEnabled } = setUp(voice);
    isEnabled.value = false;
    expect(bell.state.value).toBe('off');
    expect(voice.state).toBe('closed');
  });
});

describe('a page that is not drawn yet', () => {
  const early = (voice: FakeVoice) => {
    let start = (): void => {};
    const set = setUp(voice, { afterStart: (act) => (start = act) });
    return { ...set, start: () => start() };
  };

  it('opens no device, and says that sound is held back', () => {
    const { bell, openCount, start } = early(fakeVoice('running'));
    expect(bell.state.value).toBe('blocked');
    expect(openCount()).toBe(0);
    start();
    expect(bell.state.value).toBe('on');
  });

  it('opens it for a gesture and for an alert, once', async () => {
    const { bell, openCount, gesture, start } = early(fakeVoice('suspended'));
    gesture();
    await Promise.resolve();
    expect(bell.state.value).toBe('on');
    const other = early(fakeVoice('running'));
    expect(other.bell.ring(alertDue())).toBe('rung');
    start();
    other.start();
    expect([openCount(), other.openCount()]).toEqual([1, 1]);
  });

  it('opens none for somebody who has switched sound off meanwhile', () => {
    const { isEnabled, openCount, start } = early(fakeVoice('running'));
    isEnabled.value = false;
    start();
    expect(openCount()).toBe(0);
  });
});

describe('unlocking', () => {
  it('happens with the first gesture anywhere', async () => {
    const voice = fakeVoice('suspended');
    const { bell, gesture } = setUp(voice);
    gesture();
    await Promise.resolve();
    expect(bell.state.value).toBe('on');
    expect(voice.startTimes).toEqual([]);
  });

  it('by the button is heard', async () => {
    const voice = fakeVoice('suspended');
    const { bell } = setUp(voice);
    await bell.press();
    expect(bell.state.value).toBe('on');
    expect(voice.startTimes).toEqual([10]);
  });

  it('that fails is a value', async () => {
    const { bell } = setUp(
      fakeVoice('suspended', { resume: () => Promise.reject(new Error('not allowed')) }),
    );
    await bell.press();
    expect(bell.state.value).toBe('blocked');
    expect(bell.failure.value).toBe('Error: not allowed');
  });

  it('is not tried by gestures while sound is off', () => {
    const { gesture } = setUp(fakeVoice('suspended', { resume: () => expect.unreachable() }), {
      enabled: false,
    });
    gesture();
  });
});

describe('the sound button', () => {
  it('turns sound off', async () => {
    const { bell, isEnabled } = setUp(fakeVoice('running'));
    await bell.press();
    expect(isEnabled.value).toBe(false);
  });

  it('turns sound on, with a test tone and one device', async () => {
    const voice = fakeVoice('suspended');
    const { bell, openCount } = setUp(voice, { enabled: false });
    await bell.press();
    expect(bell.state.value).toBe('on');
    expect(voice.startTimes).toEqual([10]);
    expect(openCount()).toBe(1);
  });

  it('opens the device inside the click, though the setting is confirmed later', async () => {
    const { bell, openCount } = setUp(fakeVoice('suspended'), {
      enabled: false,
      changeEnabled: () => {},
    });
    const pressed = bell.press();
    expect(openCount()).toBe(1);
    await pressed;
  });

  it('tries again where no device would open', async () => {
    const { bell, openCount } = setUp(null);
    await bell.press();
    expect(openCount()).toBe(2);
    expect(bell.state.value).toBe('unsupported');
  });
});

describe('ringing', () => {
  it('is heard', () => {
    const voice = fakeVoice('running');
    expect(setUp(voice).bell.ring(alertDue())).toBe('rung');
    expect(voice.startTimes).toEqual([10]);
  });

  it('keeps the tones of a burst apart', () => {
    const voice = fakeVoice('running');
    const { bell } = setUp(voice);
    bell.ring(alertDue());
    bell.ring(alertDue());
    voice.currentTime = 20;
    bell.ring(alertDue());
    expect(voice.startTimes).toEqual([10, 10.4, 20]);
  });

  it('is silent for what is late', () => {
    const voice = fakeVoice('running');
    const { bell } = setUp(voice);
    expect(bell.ring(summaryDue({ late: true }))).toBe('silent');
    expect(bell.ring(alertDue({ late: true }))).toBe('silent');
    expect(voice.startTimes).toEqual([]);
  });

  it('schedules nothing while blocked, so that nothing rings at once after the unlock', async () => {
    const voice = fakeVoice('suspended', { resume: () => new Promise(() => {}) });
    expect(setUp(voice).bell.ring(alertDue())).toBe('blocked');
    expect(voice.startTimes).toEqual([]);
  });

  it('is off with the setting', () => {
    expect(setUp(null, { enabled: false }).bell.ring(alertDue())).toBe('off');
  });

  it('that fails is a value', () => {
    const { bell } = setUp(
      fakeVoice('running', {
        schedule: () => {
          throw new Error('device lost');
        },
      }),
    );
    expect(bell.ring(alertDue())).toBe('unsupported');
    expect(bell.failure.value).toBe('Error: device lost');
  });
});
