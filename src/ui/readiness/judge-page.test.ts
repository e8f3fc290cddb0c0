import { describe, expect, it } from 'vitest';
import '../testing/part-texts.ts';
import { detectHost, HOSTS } from './host.ts';
import { judgePage } from './judge-page.ts';
import type { BrowserFacts, PageFacts } from './page-facts.ts';
import type { LineId, ReadinessLine } from './readiness-line.ts';

const BROWSER: BrowserFacts = {
  host: 'chromium',
  isInstalled: false,
  wasDiscarded: false,
  worker: 'active',
  storage: { isPersistent: true, room: null },
  userAgent: '',
};

function judge(part: Partial<PageFacts>, browser: Partial<BrowserFacts> = {}) {
  const lines = judgePage({
    notifications: 'on',
    sound: 'on',
    install: 'hidden',
    workerMissing: '',
    browser: { ...BROWSER, ...browser },
    hasDeclinedStorage: false,
    isStored: true,
    storageFailure: '',
    ...part,
  });
  return (id: LineId): ReadinessLine => {
    const found = lines.find((one) => one.id === id);
    if (!found) throw new Error(`no line ${id}`);
    return found;
  };
}

describe('in the background', () => {
  it('Chromium has reason to spare a page with notifications or a window of its own', () => {
    expect(judge({})('background').grade).toBe('good');
    expect(judge({ notifications: 'off' })('background').grade).toBe('note');
    const installed = judge({ notifications: 'off' }, { isInstalled: true });
    expect(installed('background').grade).toBe('good');
  });

  it('a tab that was thrown away once is not called safe', () => {
    const { grade, words } = judge({}, { wasDiscarded: true })('background');
    expect(grade).toBe('note');
    expect(words.found).toContain('once already');
  });

  it.each(HOSTS)('%s has words for its limits and for installing', (host) => {
    const lineOf = judge({ notifications: 'off' }, { host });
    expect(lineOf('background').words.meaning).not.toBe('');
    expect(lineOf('background').words.advice).not.toBe('');
    expect(lineOf('install').words.advice).not.toBe('');
  });
});

describe('the storage', () => {
  it('that the engine cannot use is a problem, with the reason', () => {
    const { grade, words } = judge({ isStored: false, storageFailure: 'quota exceeded' })(
      'storage',
    );
    expect(grade).toBe('problem');
    expect(words.advice).toContain('Reason: quota exceeded.');
  });

  it.each([
    [{ isPersistent: true, room: { used: 10, quota: 1e10 } }, 'good', null],
    [{ isPersistent: false, room: null }, 'note', 'keepStorage'],
    [{ isPersistent: null, room: null }, 'note', null],
    [{ isPersistent: true, room: { used: 1e9, quota: 1e9 + 1 } }, 'note', null],
  ] as const)('%j is %s', (storage, grade, action) => {
    expect(judge({}, { storage })('storage')).toMatchObject({ grade, action });
  });
});

describe('the service worker', () => {
  it('that is missing is a problem, with the reason', () => {
    const missing = judge({ workerMissing: 'not secure' }, { worker: 'missing' })('worker');
    expect(missing.grade).toBe('problem');
    expect(missing.words.advice).toContain('Reason: not secure.');
  });

  it('that is being installed is a note', () => {
    expect(judge({}, { worker: 'installing' })('worker').grade).toBe('note');
  });
});

it('what the browser has not said yet is being checked', () => {
  const lineOf = judge({ browser: null });
  expect(lineOf('storage').grade).toBe('checking');
  expect(lineOf('notifications').grade).toBe('good');
});

describe('the host', () => {
  const CHROME =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
  const PHONE =
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
  const SAFARI =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
  it.each([
    [CHROME, false, 'chromium'],
    [PHONE, false, 'android'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', false, 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', false, 'firefox'],
    [SAFARI, false, 'safari'],
    [SAFARI, true, 'ios'],
    ['Something/1.0', false, 'other'],
  ])('of %s (iOS: %s) is %s', (userAgent, isIos, host) => {
    expect(detectHost(userAgent, isIos)).toBe(host);
  });
});
