import type { Candle } from '../domain/candle.ts';
import { isInterval, isOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import type { CandleUpdate, DecimalText } from '../domain/market.ts';
import { decimalNumber } from '../domain/decimal-number.ts';
import { isRejection, refused } from './rejection.ts';
import type { Rejection } from './rejection.ts';
import { isName, isRecord, isTime } from './wire.ts';
import type { WireKline, WireKlineEvent } from './wire.ts';

/** The fields of a candle in the exchange's order, from a `kline` event or a row of REST. */
export interface RawCandle {
  readonly openTime: unknown;
  readonly open: unknown;
  readonly high: unknown;
  readonly low: unknown;
  readonly close: unknown;
  readonly volume: unknown;
  readonly closeTime: unknown;
}

/** A candle with its last price as the exchange wrote it. */
export interface ParsedCandle {
  readonly candle: Candle;
  readonly closeText: DecimalText;
  readonly closeTime: number;
}

/** What the fields are called where the candle comes from, for rejections. */
export type CandleFieldNames = Readonly<Record<keyof RawCandle, string>>;

const KLINE_FIELDS: CandleFieldNames = {
  openTime: 'k.t',
  open: 'k.o',
  high: 'k.h',
  low: 'k.l',
  close: 'k.c',
  volume: 'k.v',
  closeTime: 'k.T',
};

/**
 * The close time is only required not to precede the open time: where trading was interrupted the
 * exchange's own candles end early (BTCUSDT 2h of 2018-02-08 does after 28 minutes).
 */
export function parseCandle(
  raw: RawCandle,
  interval: Interval,
  names: CandleFieldNames,
): ParsedCandle | Rejection {
  const { openTime, open, high, low, close, volume, closeTime } = raw;
  if (!isTime(openTime)) return refused('bad-time', openTime, names.openTime);
  if (!isTime(closeTime)) return refused('bad-time', closeTime, names.closeTime);
  const candle: Candle = {
    openTime,
    open: decimalNumber(open),
    high: decimalNumber(high),
    low: decimalNumber(low),
    close: decimalNumber(close),
    volume: decimalNumber(volume),
  };
  if (!(candle.open > 0)) return refused('bad-price', open, names.open);
  if (!(candle.high > 0)) return refused('bad-price', high, names.high);
  if (!(candle.low > 0)) return refused('bad-price', low, names.low);
  if (!(candle.close > 0) || typeof close !== 'string') {
    return refused('bad-price', close, names.close);
  }
  if (!(candle.volume >= 0)) return refused('bad-quantity', volume, names.volume);
  if (!isOpenTime(interval, openTime)) return { kind: 'off-grid', field: names.openTime };
  if (candle.high < Math.max(candle.open, candle.close)) {
    return { kind: 'bad-candle', field: names.high };
  }
  if (candle.low > Math.min(candle.open, candle.close)) {
    return { kind: 'bad-candle', field: names.low };
  }
  if (closeTime < openTime) return { kind: 'bad-candle', field: names.closeTime };
  return { candle, closeText: close, closeTime };
}

export function parseKlineEvent(event: WireKlineEvent): CandleUpdate | Rejection {
  const { E: eventTime, s: symbol, k } = event;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 's');
  if (!isTime(eventTime)) return refused('bad-time', eventTime, 'E');
  if (!isRecord(k)) return { kind: 'missing-field', field: 'k' };
  const kline: WireKline = k;
  const { i: interval, x: isClosed } = kline;
  if (typeof interval !== 'string' || !isInterval(interval)) {
    return refused('unknown-interval', interval, 'k.i');
  }
  if (typeof isClosed !== 'boolean') return refused('bad-number', isClosed, 'k.x');
  const parsed = parseCandle(
    {
      openTime: kline.t,
      open: kline.o,
      high: kline.h,
      low: kline.l,
      close: kline.c,
      volume: kline.v,
      closeTime: kline.T,
    },
    interval,
    KLINE_FIELDS,
  );
  if (isRejection(parsed)) return parsed;
  const { candle, closeText, closeTime } = parsed;
  return {
    type: 'candle',
    symbol,
    interval,
    candle,
    closeText,
    closeTime,
    isClosed,
    eventTime,
  };
}
