import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Delivery } from '../../protocol/delivery.ts';
import { strokesFor, TEST_STROKES } from './tones.ts';
import type { Stroke } from './tones.ts';

/**
 * `blocked`: the browser holds sound back until the user touches the page. `off`: the setting
 * `enableAudio`. `unsupported`: there is no Web Audio, or no device would open.
 */
export type SoundState = 'on' | 'blocked' | 'off' | 'unsupported';

/** The part of an `AudioContext` that the bell needs, with its strokes already synthesized. */
export interface BellVoice {
  /** `interrupted` is Safari's word for a call or another app that took the device. */
  readonly state: AudioContextState | 'interrupted';
  /** Seconds. */
  readonly currentTime: number;
  resume(): Promise<void>;
  close(): Promise<void>;
  onStateChange(read: () => void): void;
  schedule(strokes: readonly Stroke[], startAt: number): void;
}

export interface BellPorts {
  /** The setting `enableAudio`. */
  readonly isEnabled: ReadonlySignal<boolean>;
  changeEnabled(isEnabled: boolean): void;
  /** Throws or gives null where there is no Web Audio. Takes longer than a frame. */
  openVoice(): BellVoice | null;
  /** Calls back once the page has been drawn. */
  afterStart(act: () => void): void;
  /** Calls back on every gesture outside the sound button, which handles its own clicks. */
  onGesture(react: () => void): void;
}

export type RingOutcome = 'rung' | 'silent' | Exclude<SoundState, 'on'>;

export interface Bell {
  readonly state: ReadonlySignal<SoundState>;
  /** The last failure in words, for the user. */
  readonly failure: ReadonlySignal<string | null>;
  /** Rings for a delivery; a late summary is told without sound. Never throws. */
  ring(delivery: Delivery): RingOutcome;
  /** Turns sound on (with a test tone) or off, or unlocks it: what the button's state offers. */
  press(): Promise<void>;
}

/** Seconds between the starts of two tones: a burst is heard as strokes, not as noise. */
const SPACING_S = 0.4;

/**
 * The audible bell: opened while the setting is on, once the page is drawn or when it is needed
 * before, and unlocked by the first gesture. Until it is open it counts as held back.
 */
export function createBell(ports: BellPorts): Bell {
  let voice: BellVoice | null = null;
  let freeAt = 0;
  const voiceState = signal<BellVoice['state'] | 'none' | 'unopened'>('none');
  const failure = signal<string | null>(null);

  const state = computed<SoundState>(() => {
    if (!ports.isEnabled.value) return 'off';
    if (voiceState.value === 'none' || voiceState.value === 'closed') return 'unsupported';
    return voiceState.value === 'running' ? 'on' : 'blocked';
  });

  const open = (): void => {
    try {
      const opened = ports.openVoice();
      voice = opened;
      voiceState.value = opened?.state ?? 'none';
      freeAt = 0;
      opened?.onStateChange(() => {
        if (voice === opened) voiceState.value = opened.state;
      });
    } catch (error) {
      voiceState.value = 'none';
      failure.value = String(error);
    }
  };

  const openIfDue = (): void => {
    if (voiceState.peek() === 'unopened') open();
  };

  const close = async (): Promise<void> => {
    const closing = voice;
    voice = null;
    voiceState.value = 'none';
    await attempt(async () => closing?.close());
  };

  /** A resume without a gesture may stay pending for good: nothing but a gesture awaits it. */
  const unlock = (): Promise<void> =>
    attempt(async () => {
      openIfDue();
      if (voice === null) return;
      await voice.resume();
      failure.value = null;
    });

  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      failure.value = String(error);
    }
  };

  const play = (strokes: readonly Stroke[]): RingOutcome => {
    openIfDue();
    if (state.value !== 'on') return state.value;
    if (voice === null) return 'unsupported';
    try {
      const startAt = Math.max(voice.currentTime, freeAt);
      voice.schedule(strokes, startAt);
      freeAt = startAt + SPACING_S;
      return 'rung';
    } catch (error) {
      failure.value = String(error);
      return 'unsupported';
    }
  };

  effect(() => {
    if (!ports.isEnabled.value) void close();
    else if (voice === null) {
      voiceState.value = 'unopened';
      ports.afterStart(openIfDue);
    }
  });

  ports.onGesture(() => {
    if (state.value === 'blocked') void unlock();
  });

  return {
    state,
    failure,
    ring(delivery) {
      if (delivery.type === 'summary' ? delivery.late : delivery.alert.late) return 'silent';
      const outcome = play(strokesFor(delivery));
      // Nothing is scheduled while blocked: it would all ring at once after the unlock. But a call
      // that has ended (Safari) lets a resume through without a gesture.
      if (outcome === 'blocked') void unlock();
      return outcome;
    },
    async press() {
      if (state.value === 'on') return ports.changeEnabled(false);
      if (state.value === 'off') ports.changeEnabled(true);
      // Now, inside the click: the engine's confirmation comes too late to count as a gesture.
      if (voice === null) open();
      await unlock();
      const opened = voice;
      if (opened?.state !== 'running') return;
      await attempt(async () => opened.schedule(TEST_STROKES, opened.currentTime));
    },
  };
}
