import { describe, expect, it } from 'vitest';
import { detectPlatform } from './platform.ts';
import type { PlatformSource } from './platform.ts';

const DESKTOP: PlatformSource = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156',
  platform: 'Linux x86_64',
  maxTouchPoints: 0,
  standalone: undefined,
  matches: () => false,
};

describe('the platform', () => {
  it.each<[string, Partial<PlatformSource>, { isInstalled: boolean; isIos: boolean }]>([
    ['a desktop tab', {}, { isInstalled: false, isIos: false }],
    ['an installed window', { matches: () => true }, { isInstalled: true, isIos: false }],
    [
      'an iPhone tab',
      { userAgent: 'iPhone', standalone: false },
      { isInstalled: false, isIos: true },
    ],
    [
      'an iPhone app',
      { userAgent: 'iPhone', standalone: true },
      { isInstalled: true, isIos: true },
    ],
    [
      'an iPad that calls itself a Mac',
      { userAgent: 'Macintosh', platform: 'MacIntel', maxTouchPoints: 5 },
      { isInstalled: false, isIos: true },
    ],
    [
      'a Mac',
      { userAgent: 'Macintosh', platform: 'MacIntel', standalone: false },
      { isInstalled: false, isIos: false },
    ],
  ])('of %s is known', (_fact, given, platform) => {
    expect(detectPlatform({ ...DESKTOP, ...given })).toEqual(platform);
  });

  it('asks for every kind of app window', () => {
    const asked: string[] = [];
    detectPlatform({ ...DESKTOP, matches: (query) => asked.push(query) > 99 });
    expect(asked.join()).toContain('window-controls-overlay');
  });
});
