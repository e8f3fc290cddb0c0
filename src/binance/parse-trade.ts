import type { Trade } from '../domain/market.ts';
import { isPositiveDecimal, isUnsignedDecimal } from '../domain/decimal-sign.ts';
import { refused } from './rejection.ts';
import type { Rejection } from './rejection.ts';
import { isId, isName, isTime } from './wire.ts';
import type { WireTrade } from './wire.ts';

/** `trade` and `aggTrade`: price above zero, quantity zero or above. */
export function parseTrade(event: WireTrade): Trade | Rejection {
  const { E: eventTime, s: symbol, p: price, q: quantity, T: tradeTime } = event;
  const isAggregate = event.e === 'aggTrade';
  const tradeId = isAggregate ? event.a : event.t;
  if (!isName(symbol)) return refused('bad-symbol', symbol, 's');
  if (!isPositiveDecimal(price)) return refused('bad-price', price, 'p');
  if (!isUnsignedDecimal(quantity)) return refused('bad-quantity', quantity, 'q');
  if (!isId(tradeId)) return refused('bad-number', tradeId, isAggregate ? 'a' : 't');
  if (!isTime(tradeTime)) return refused('bad-time', tradeTime, 'T');
  if (!isTime(eventTime)) return refused('bad-time', eventTime, 'E');
  return { type: 'trade', symbol, price, quantity, tradeId, isAggregate, tradeTime, eventTime };
}
