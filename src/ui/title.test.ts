import { describe, expect, it } from 'vitest';
import { createUnread } from './title.ts';

function setUp(hasBadge = true) {
  const page = { title: 'Tocsin' };
  const badges: number[] = [];
  let isHidden = true;
  let becomeVisible = (): void => {};
  const unread = createUnread({
    isHidden: () => isHidden,
    onVisible: (act) => (becomeVisible = act),
    page,
    badge: hasBadge
      ? {
          setAppBadge: async (count) => void badges.push(count),
          clearAppBadge: async () => void badges.push(0),
        }
      : null,
  });
  const show = (): void => {
    isHidden = false;
    becomeVisible();
  };
  return { unread, page, badges, show };
}

describe('the count of unread alerts', () => {
  it('stands in the title and on the icon', () => {
    const { unread, page, badges } = setUp();
    unread.add(['a']);
    unread.add(['b', 'c']);
    expect(page.title).toBe('(3) Tocsin');
    expect(badges).toEqual([1, 3]);
  });

  it('counts an alert once', () => {
    const { unread, page } = setUp();
    unread.add(['a']);
    unread.add(['a']);
    expect(page.title).toBe('(1) Tocsin');
  });

  it('goes when the page is seen, and stays away while it is', () => {
    const { unread, page, badges, show } = setUp();
    unread.add(['a']);
    show();
    unread.add(['b']);
    expect(page.title).toBe('Tocsin');
    expect(badges).toEqual([1, 0]);
  });

  it('goes down with a dismissal elsewhere', () => {
    const { unread, page, badges } = setUp();
    unread.add(['a', 'b']);
    unread.remove(['a', 'unknown']);
    unread.remove(['unknown']);
    expect(page.title).toBe('(1) Tocsin');
    expect(badges).toEqual([2, 1]);
  });

  it('keeps a title that changed meanwhile', () => {
    const { unread, page } = setUp();
    unread.add(['a']);
    page.title = 'BTCUSDT 43,508.20';
    unread.add(['b']);
    expect(page.title).toBe('(2) BTCUSDT 43,508.20');
  });

  it('works without a badge', () => {
    const { unread, page } = setUp(false);
    unread.add(['a']);
    expect(page.title).toBe('(1) Tocsin');
  });

  it('works where the badge is refused', () => {
    const page = { title: 'Tocsin' };
    const refuse = (): Promise<void> => Promise.reject(new Error('not installed'));
    const unread = createUnread({
      isHidden: () => true,
      onVisible: () => {},
      page,
      badge: { setAppBadge: refuse, clearAppBadge: refuse },
    });
    unread.add(['a']);
    expect(page.title).toBe('(1) Tocsin');
  });
});
