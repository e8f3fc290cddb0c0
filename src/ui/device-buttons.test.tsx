import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeviceContext } from './device-context.ts';
import { InstallButton } from './install/InstallButton.tsx';
import type { InstallState } from './install/install-offer.ts';
import { UpdatePrompt } from './install/UpdatePrompt.tsx';
import { NotificationsButton } from './notify/NotificationsButton.tsx';
import type { NotificationsState } from './notify/notifications-control.ts';
import type { SoundState } from './sound/bell.ts';
import { onUnlockingGesture } from './sound/browser-voice.ts';
import { SoundButton } from './sound/SoundButton.tsx';

let pressed: string[] = [];
const press = (name: string) => (): Promise<void> => {
  pressed.push(name);
  return Promise.resolve();
};
const none = signal<string | null>(null);
const sound = signal<SoundState>('on');
const notifications = signal<NotificationsState>('off');
const hint = signal<string | null>(null);
const install = signal<InstallState>('hidden');
const isReady = signal(false);

const device = {
  bell: { state: sound, failure: none, ring: () => 'rung' as const, press: press('sound') },
  notifications: { state: notifications, hint, press: press('notifications') },
  deskMode: { state: signal('unsupported' as const), toggle: press('desk mode') },
  installOffer: { state: install, failure: none, install: press('install') },
  updates: {
    isReady,
    missing: none,
    checkFailure: none,
    start: press('start'),
    accept: () => void pressed.push('accept'),
    postpone: () => void pressed.push('postpone'),
  },
  deliver: () => {},
};

function show(Part: ComponentType): void {
  render(
    <DeviceContext.Provider value={device}>
      <Part />
    </DeviceContext.Provider>,
  );
}

function click(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

beforeEach(() => {
  pressed = [];
  sound.value = 'on';
  notifications.value = 'off';
  hint.value = null;
  install.value = 'hidden';
  isReady.value = false;
});
afterEach(cleanup);

describe('the notifications button', () => {
  it.each<[NotificationsState, string]>([
    ['off', 'Enable notifications'],
    ['on', 'Notifications on'],
    ['denied', 'Enable notifications'],
    ['needs-install', 'Enable notifications'],
    ['unsupported', 'Enable notifications'],
  ])('that is %s is called %s', (state, name) => {
    notifications.value = state;
    show(NotificationsButton);
    click(name);
    expect(pressed).toEqual(['notifications']);
  });

  it('describes what to do, for screen readers too', async () => {
    show(NotificationsButton);
    const button = screen.getByRole('button');
    expect(button.hasAttribute('aria-describedby')).toBe(false);
    hint.value = 'Open the site settings';
    const words = await screen.findByText('Open the site settings');
    const status = screen.getByRole('status');
    expect(status.contains(words)).toBe(true);
    expect(button.getAttribute('aria-describedby')).toBe(status.id);
  });
});

describe('the sound button', () => {
  it.each<[SoundState, string]>([
    ['on', 'Sound on'],
    ['off', 'Sound off'],
    ['blocked', 'Unlock sound'],
    ['unsupported', 'No sound here'],
  ])('that is %s is called %s', (state, name) => {
    sound.value = state;
    show(SoundButton);
    click(name);
    expect(pressed).toEqual(['sound']);
  });

  it('says in words that sound is blocked', () => {
    sound.value = 'blocked';
    show(SoundButton);
    expect(screen.getByTitle('Sound is blocked — click to unlock')).toBeTruthy();
  });

  it('is no gesture that unlocks, while every other place is', () => {
    let gestures = 0;
    onUnlockingGesture(() => (gestures += 1));
    show(SoundButton);
    fireEvent.click(screen.getByRole('button'));
    fireEvent.keyDown(screen.getByRole('button'));
    expect(gestures).toBe(0);
    fireEvent.keyDown(document.body);
    expect(gestures).toBe(1);
  });
});

describe('the install button', () => {
  it('is not there where there is nothing to install', () => {
    show(InstallButton);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('installs', () => {
    install.value = 'offered';
    show(InstallButton);
    click('Install app');
    expect(pressed).toEqual(['install']);
  });

  it('says how on iOS', async () => {
    install.value = 'manual';
    show(InstallButton);
    click('How to install');
    expect(await screen.findByText(/Add to Home Screen/)).toBeTruthy();
    expect(screen.getByRole('button').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('the update prompt', () => {
  it('is not there while there is nothing new', () => {
    show(UpdatePrompt);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers to reload and to wait', async () => {
    show(UpdatePrompt);
    isReady.value = true;
    expect(await screen.findByText('A new version is ready')).toBeTruthy();
    click('Reload');
    click('Later');
    expect(pressed).toEqual(['accept', 'postpone']);
  });
});

it('a button without its device is a mistake in the wiring', () => {
  expect(() => render(<SoundButton />)).toThrow('DeviceContext is missing');
});
