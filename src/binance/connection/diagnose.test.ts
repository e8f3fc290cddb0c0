import { describe, expect, test } from 'vitest';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import type { HttpResponse } from '../ports.ts';
import { createDiagnose, describeVerdict } from './diagnose.ts';
import type { Verdict } from './diagnose.ts';

interface Surroundings {
  readonly answer?: Promise<HttpResponse>;
  readonly isOnline?: () => boolean;
}

function setUp({ answer = new Promise(() => {}), isOnline = () => true }: Surroundings) {
  const clock = createFakeClock();
  const asked: string[] = [];
  const diagnose = createDiagnose({
    clock,
    isOnline,
    httpGet(url) {
      asked.push(url);
      let abort = (): void => {};
      const aborted = new Promise<HttpResponse>((_, reject) => {
        abort = () => reject(new Error('aborted'));
      });
      return { response: Promise.race([answer, aborted]), abort };
    },
  });
  return { clock, asked, diagnose: () => diagnose('https://exchange/ping') };
}

const answered = (status: number, retryAfter: string | null = null): Promise<HttpResponse> =>
  Promise.resolve({ status, retryAfter, text: '' });

describe('the diagnosis', () => {
  test.each<[number, Verdict['kind']]>([
    [451, 'geoBlocked'],
    [403, 'geoBlocked'],
    [429, 'rateLimited'],
    [418, 'rateLimited'],
    [500, 'exchangeDown'],
    [503, 'exchangeDown'],
    [200, 'socketsBlocked'],
    [404, 'socketsBlocked'],
  ])('HTTP %i means %s', async (status, kind) => {
    const { diagnose, asked } = setUp({ answer: answered(status) });
    expect((await diagnose()).kind).toBe(kind);
    expect(asked).toEqual(['https://exchange/ping']);
  });

  test('an offline device is not asked to prove it', async () => {
    const { diagnose, asked } = setUp({ isOnline: () => false });
    expect(await diagnose()).toEqual({ kind: 'offline' });
    expect(asked).toEqual([]);
  });

  test('no answer means that the exchange is down', async () => {
    const { diagnose } = setUp({ answer: Promise.reject(new Error('network')) });
    expect(await diagnose()).toEqual({ kind: 'exchangeDown', status: null });
  });

  test('no answer, and offline by then, means offline', async () => {
    let isOnline = true;
    const { diagnose } = setUp({
      isOnline: () => isOnline,
      answer: Promise.resolve().then(() => {
        isOnline = false;
        throw new Error('network');
      }),
    });
    expect(await diagnose()).toEqual({ kind: 'offline' });
  });

  test('a hanging request is given up after 8 s', async () => {
    const { clock, diagnose } = setUp({});
    let verdict: Verdict | undefined;
    void diagnose().then((answer) => (verdict = answer));
    await clock.advanceAsync(8000);
    await settle();
    expect(verdict).toEqual({ kind: 'exchangeDown', status: null });
    expect(clock.pendingTimers).toBe(0);
  });

  test('every verdict is told in words that name the venue or the device', () => {
    const verdicts: Verdict[] = [
      { kind: 'offline' },
      { kind: 'geoBlocked', status: 451 },
      { kind: 'rateLimited', status: 429, retryAfter: '3' },
      { kind: 'exchangeDown', status: null },
      { kind: 'exchangeDown', status: 503 },
      { kind: 'socketsBlocked' },
    ];
    for (const verdict of verdicts)
      expect(describeVerdict(verdict, 'Binance')).toMatch(/Binance|device/);
  });
});

describe('an exchange that has asked to be left alone', () => {
  test('is not probed before the pause is over', async () => {
    const clock = createFakeClock();
    const until = clock.now() + 60_000;
    let asked = 0;
    const diagnose = createDiagnose({
      clock,
      isOnline: () => true,
      httpGet: () => {
        asked += 1;
        return { response: answered(200), abort: () => undefined };
      },
      pausedUntil: () => until,
    });
    expect((await diagnose('https://exchange/ping')).kind).toBe('rateLimited');
    expect(asked).toBe(0);
    clock.advance(60_000);
    expect((await diagnose('https://exchange/ping')).kind).toBe('socketsBlocked');
    expect(asked).toBe(1);
  });

  test.each([429, 418])('by a %i in answer to the probe is told of it', async (status) => {
    const heard: HttpResponse[] = [];
    const diagnose = createDiagnose({
      clock: createFakeClock(),
      isOnline: () => true,
      httpGet: () => ({ response: answered(status, '30'), abort: () => undefined }),
      onRateLimited: (response) => heard.push(response),
    });
    await diagnose('https://exchange/ping');
    expect(heard).toMatchObject([{ status, retryAfter: '30' }]);
  });
});
