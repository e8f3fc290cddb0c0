import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrame } from '../testing/parse-frame.ts';
import { readOtherFrame } from './connection/frame.ts';
import { usualPayload, usualStreamOf } from './envelope.ts';

describe('a frame in the usual key order', () => {
  test('names its stream', () => {
    expect(usualStreamOf('{"stream":"btcusdt@trade","data":{"e":"trade"}}')).toBe('btcusdt@trade');
    expect(usualStreamOf('{"stream":"币安人生usdt@ticker","data":{}}')).toBe('币安人生usdt@ticker');
    expect(usualStreamOf('{"stream":"!miniTicker@arr","data":[]}')).toBe('!miniTicker@arr');
  });

  test.each([
    '',
    '{',
    '{"stream":"',
    '{"stream":"btcusdt@trade',
    '{"stream":"btcusdt@trade"}',
    '{"stream":"","data":{}}',
    '{"data":{},"stream":"btcusdt@trade"}',
    '{"stream":"!serverShutdown","data":{}}',
    '{"stream":"a\\u0062c","data":{}}',
    '{"result":null,"id":1}',
  ])('is not recognized in %s', (text) => {
    expect(usualStreamOf(text)).toBe('');
  });
});

describe('the payload of a frame in the usual key order', () => {
  test('is read without the envelope', () => {
    expect(usualPayload('a@trade', '{"stream":"a@trade","data":{"e":"trade"}}')).toEqual({
      e: 'trade',
    });
    expect(usualPayload('!miniTicker@arr', '{"stream":"!miniTicker@arr","data":[ ] }')).toEqual([]);
  });

  test.each([
    '',
    '{"stream":"a@trade","data":{}',
    '{"stream":"a@trade","data":}',
    '{"stream":"a@trade","data":{}]',
    '{"stream":"a@trade","data":{}}}',
    '{"stream":"a@trade","data":{}}\n',
    '{"stream":"a@trade","data":{},"more":1}',
    '{"stream":"a@trade","data":{},"data":{}}',
    '{"stream": "a@trade","data":{}}',
    '{"data":{},"stream":"a@trade"}',
    '{"stream":"ab@trade","data":{}}',
  ])('is left to the plain way in %s', (text) => {
    expect(usualPayload('a@trade', text)).toBeUndefined();
  });

  test('of a frame whose name is not known is left to the plain way', () => {
    expect(usualPayload('', '{"stream":"","data":{"u":1}}')).toBeUndefined();
  });
});

const NAMES = [
  'btcusdt@trade',
  'btcusdt@bookTicker',
  '!miniTicker@arr',
  '!serverShutdown',
] as const;
const PAYLOADS = [
  '{"e":"trade","E":1598850897967,"s":"BTCUSDT","t":399088278,"p":"11675.35000000","q":"0.00522500","T":1598850897966,"m":true}',
  '{"u":400900217,"s":"BTCUSDT","b":"25.35190000","B":"31.21000000","a":"25.36520000","A":"40.66000000"}',
  '[{"e":"24hrMiniTicker","E":1592594715455,"s":"ETHBTC","c":"0.02456700","o":"0.02459800","v":"163116.18600000","q":"4006.04936991"}]',
] as const;

/** Mostly as documented: where all parts of a frame are strange, nothing is left to tell apart. */
function mostly(usual: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const composed = fc
  .tuple(
    mostly('{"stream":"', '{ "stream":"', '{"data":{},"stream":"', '{"stream":"a","stream":"', ''),
    fc.oneof(
      fc.constantFrom(...NAMES),
      fc.constantFrom('', 'btcusdt\\u0040trade', 'btc\\"usdt@trade', 'a'),
    ),
    mostly('","data":', '", "data":', '","date":', '","a":1,"data":', '",\n"data":', ''),
    fc.oneof(fc.constantFrom(...PAYLOADS), fc.constantFrom('null', '5', '"a"', '{}', '')),
    mostly('}', ']', '}}', '', ' }', '}\n', ',"a":1}', ',"data":{}}', ',"stream":"a@trade"}'),
  )
  .map((parts) => parts.join(''));

const pieces = fc.oneof(
  fc.constantFrom('"', '\\"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\n', '\u0001', '\\u0041'),
  fc.constantFrom('"stream":', '"data":', '","data":', '{"stream":"', '{"result":null,"id":1}'),
);
/** With pieces put in the place of others. */
const frames = fc
  .tuple(composed, fc.array(fc.tuple(fc.nat(200), fc.nat(20), pieces), { maxLength: 2 }))
  .map(([frame, changes]) =>
    changes.reduce(
      (text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length),
      frame,
    ),
  );

/** As a link finds it out. */
function nameOf(text: string): string {
  const other = readOtherFrame(text);
  return usualStreamOf(text) || (other.type === 'data' ? other.stream : '');
}

describe('a frame read by the fast path', () => {
  test('says what the whole of it says, whatever was done to it', () => {
    fc.assert(
      fc.property(frames, (text) => {
        const name = nameOf(text);
        fc.pre(!/\p{Cc}/u.test(name));
        // A blank in front makes any frame an unusual one, and changes nothing else.
        expect(parseFrame(name, text)).toEqual(parseFrame(name, ` ${text}`));
      }),
      { numRuns: 3_000 },
    );
  });

  test('may also be a bare payload', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...PAYLOADS), (name, payload) => {
        expect(parseFrame(name, payload)).toEqual(parseFrame(name, ` ${payload}`));
      }),
    );
  });
});
