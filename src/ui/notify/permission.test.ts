import { describe, expect, it } from 'vitest';
import { createPermission } from './permission.ts';
import type { PermissionPorts } from './permission.ts';

function setUp(given: Partial<PermissionPorts> = {}, answer: NotificationPermission = 'granted') {
  const browser = {
    permission: 'default' as NotificationPermission,
    asked: 0,
    async requestPermission() {
      browser.asked += 1;
      browser.permission = answer;
      return answer;
    },
  };
  let reread = (): void => {};
  const permission = createPermission({
    notification: browser,
    hasServiceWorker: true,
    isIosTab: false,
    onPossibleChange: (read) => (reread = read),
    ...given,
  });
  return { permission, browser, change: () => reread() };
}

describe('the permission', () => {
  it.each<[string, Partial<PermissionPorts>, string]>([
    ['without notifications', { notification: null }, 'unsupported'],
    ['without service workers', { hasServiceWorker: false }, 'unsupported'],
    ['in a tab on iOS', { isIosTab: true, notification: null }, 'needs-install'],
    ['before it was asked for', {}, 'default'],
  ])('%s', (_fact, ports, state) => {
    expect(setUp(ports).permission.state.value).toBe(state);
  });

  it('follows the browser when it is revoked', () => {
    const { permission, browser, change } = setUp();
    browser.permission = 'granted';
    change();
    expect(permission.state.value).toBe('granted');
    browser.permission = 'denied';
    change();
    expect(permission.state.value).toBe('denied');
  });

  it.each<NotificationPermission>(['granted', 'denied', 'default'])(
    'is asked for: %s',
    async (answer) => {
      const { permission } = setUp({}, answer);
      expect(await permission.ask()).toEqual({ type: 'answered', state: answer });
      expect(permission.state.value).toBe(answer);
    },
  );

  it('is not asked for again once answered', async () => {
    const { permission, browser } = setUp();
    browser.permission = 'denied';
    expect(await permission.ask()).toEqual({ type: 'answered', state: 'denied' });
    expect(browser.asked).toBe(0);
  });

  it('that cannot be asked for is a value', async () => {
    const { permission } = setUp({
      notification: {
        permission: 'default',
        requestPermission: () => Promise.reject(new Error('no gesture')),
      },
    });
    expect(await permission.ask()).toEqual({ type: 'failed', reason: 'Error: no gesture' });
  });
});
