import { describe, expect, it } from 'vitest';
import { createRestClient } from '../../binance/rest.ts';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import { createFakeRest, exchangeInfo } from '../../testing/fake-rest.ts';
import { createSymbolDirectory } from './symbol-directory.ts';

const TIME = 1_700_000_000_000;
const LIST = { BTCUSDT: 'TRADING', LUNAUSDT: 'BREAK' };

function setUp() {
  const clock = createFakeClock(TIME);
  const web = createFakeRest();
  const listed: (readonly string[])[] = [];
  const times: number[] = [];
  const missing: string[] = [];
  const create = () =>
    createSymbolDirectory({
      clock,
      rest: createRestClient({
        httpGet: web.httpGet,
        clock,
        random: () => 0.5,
        endpoints: ['https://one'],
        maxAttempts: 1,
      }),
      onListed: (symbols) => listed.push(symbols.map(({ symbol }) => symbol)),
      onMissing: (reason) => missing.push(reason),
      onTime: (time) => times.push(time),
    });
  return { clock, web, listed, times, missing, create };
}

describe('the list of symbols', () => {
  it('is asked for until it comes, and told once', async () => {
    const { clock, web, listed, missing, times, create } = setUp();
    web.fail('exchangeInfo');
    const directory = create();
    await settle();
    expect(directory.isListed).toBe(false);
    expect(directory.faultOf('NOPE')).toBeUndefined();
    expect(missing).toHaveLength(1);
    web.answer('exchangeInfo', exchangeInfo(LIST, TIME));
    await clock.advanceAsync(30_000);
    await directory.refresh(Array.from({ length: 51 }, (_, index) => `S${index}`));
    expect(listed).toEqual([['BTCUSDT', 'LUNAUSDT']]);
    expect(times).toEqual([TIME, TIME]);
    expect(directory.isListed).toBe(true);
  });

  it('tells what is wrong with a symbol', async () => {
    const { web, create } = setUp();
    web.answer('exchangeInfo', exchangeInfo(LIST, TIME));
    const directory = create();
    await settle();
    expect(directory.faultOf('BTCUSDT')).toBeUndefined();
    expect(directory.faultOf('LUNAUSDT')?.allowed).toContain('BREAK');
    expect(directory.faultOf('NOPEUSDT')?.allowed).toContain('lists');
  });

  it('can be asked again for a few of them', async () => {
    const { web, create } = setUp();
    web.answer('exchangeInfo', exchangeInfo(LIST, TIME));
    const directory = create();
    await settle();
    web.answer('symbols=', exchangeInfo({ BTCUSDT: 'HALT' }, TIME));
    expect(await directory.refresh(['BTCUSDT'])).toBe(true);
    expect(web.asked.at(-1)).toBe(
      'https://one/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%5D&showPermissionSets=false',
    );
    expect(directory.faultOf('BTCUSDT')?.allowed).toContain('HALT');
    expect(directory.faultOf('LUNAUSDT')?.allowed).toContain('BREAK');
    web.fail('symbols=');
    expect(await directory.refresh(['BTCUSDT'])).toBe(false);
  });

  it('is read as a whole where one of these is not listed any more', async () => {
    const { web, create } = setUp();
    web.answer('exchangeInfo', exchangeInfo(LIST, TIME));
    const directory = create();
    await settle();
    web.answer('exchangeInfo', exchangeInfo({ LUNAUSDT: 'TRADING' }, TIME));
    web.answer('symbols=', { code: -1121, msg: 'Invalid symbol.' }, 400);
    expect(await directory.refresh(['BTCUSDT'])).toBe(true);
    expect(directory.faultOf('BTCUSDT')?.allowed).toContain('lists');
    expect(directory.faultOf('LUNAUSDT')).toBeUndefined();
  });
});
