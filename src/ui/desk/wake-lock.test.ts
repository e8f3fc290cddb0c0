import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { settle } from '../../testing/fake-clock.ts';
import { createDeskMode } from './wake-lock.ts';

function setUp({ canLock = true } = {}) {
  const isPageSeen = signal(true);
  let refuses = false;
  const locks: { isReleased: boolean; take: () => void }[] = [];
  const request = () => {
    if (refuses) return Promise.reject(new DOMException('low battery', 'NotAllowedError'));
    let take = (): void => undefined;
    const lock = { isReleased: false, take: () => take() };
    locks.push(lock);
    return Promise.resolve({
      release: () => {
        lock.isReleased = true;
        return Promise.resolve();
      },
      addEventListener: (_type: 'release', listener: () => void) => void (take = listener),
    });
  };
  const desk = createDeskMode({
    request: canLock ? request : null,
    isPageSeen,
  });
  const setVisible = async (next: boolean) => {
    isPageSeen.value = next;
    if (!next) locks.at(-1)?.take();
    await settle();
  };
  return { desk, locks, setVisible, setRefusing: (next: boolean) => (refuses = next) };
}

describe('desk mode', () => {
  it('holds a lock while it is on, and gives it back', async () => {
    const { desk, locks } = setUp();
    expect(desk.state.value).toBe('off');
    await desk.toggle();
    expect(desk.state.value).toBe('on');
    await desk.toggle();
    expect([desk.state.value, locks[0]?.isReleased]).toEqual(['off', true]);
  });

  it('takes the lock up again when the page is seen again', async () => {
    const { desk, locks, setVisible } = setUp();
    await desk.toggle();
    await setVisible(false);
    expect(desk.state.value).toBe('paused');
    await setVisible(true);
    expect([desk.state.value, locks.length]).toEqual(['on', 2]);
  });

  it('off while hidden, it takes nothing up', async () => {
    const { desk, locks, setVisible } = setUp();
    await desk.toggle();
    await setVisible(false);
    await desk.toggle();
    await setVisible(true);
    expect([desk.state.value, locks.length]).toEqual(['off', 1]);
  });

  it('says that the browser refuses, and tries again when the page is seen', async () => {
    const { desk, setVisible, setRefusing } = setUp();
    setRefusing(true);
    await desk.toggle();
    expect(desk.state.value).toBe('refused');
    setRefusing(false);
    await setVisible(false);
    await setVisible(true);
    expect(desk.state.value).toBe('on');
  });

  it('switched off before the browser has answered, holds nothing', async () => {
    const { desk, locks } = setUp();
    const on = desk.toggle();
    await desk.toggle();
    await on;
    await settle();
    expect([desk.state.value, locks[0]?.isReleased]).toEqual(['off', true]);
  });

  it('where there is no such lock, says so', () => {
    expect(setUp({ canLock: false }).desk.state.value).toBe('unsupported');
  });
});
