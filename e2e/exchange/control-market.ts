import type { CandleValues } from './candle.ts';
import type { Fields } from './control-fields.ts';
import type { Command } from './control-server.ts';
import type { Exchange } from './exchange.ts';
import type { Interval } from './intervals.ts';
import { INTERVALS } from './intervals.ts';
import { SYMBOL_STATUSES } from './symbols.ts';

const LATEST = 8_640_000_000_000_000;

/** The named text fields that are there. */
function given<Name extends string>(fields: Fields, names: readonly Name[]) {
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = fields.optionalText(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Symbol, interval and values of a candle command. */
function candleFields(fields: Fields): [symbol: string, interval: Interval, values: CandleValues] {
  return [
    fields.text('symbol'),
    fields.oneOf('interval', INTERVALS),
    given(fields, ['open', 'high', 'low', 'close', 'volume', 'quoteVolume']),
  ];
}

/** The commands that move the market, by name. Each reads its fields, and returns what to do. */
export function marketCommands({ market, startLive }: Exchange): Record<string, Command> {
  let stopLive: (() => void) | undefined;
  return {
    trade(fields) {
      const symbol = fields.text('symbol');
      const price = fields.text('price');
      const quantity = fields.optionalText('quantity');
      const buyerIsMaker = fields.flag('buyerIsMaker', false);
      return () => market.trade(symbol, price, quantity, { buyerIsMaker });
    },
    updateCandle(fields) {
      const candle = candleFields(fields);
      return () => market.updateCandle(...candle);
    },
    closeCandle(fields) {
      const candle = candleFields(fields);
      return () => market.closeCandle(...candle);
    },
    pushCandles: () => () => market.pushCandles(),
    ticker(fields) {
      const symbol = fields.text('symbol');
      const values = given(fields, [
        'lastPrice',
        'bidPrice',
        'askPrice',
        'openPrice',
        'highPrice',
        'lowPrice',
        'volume',
        'quoteVolume',
        'priceChangePercent',
      ]);
      return () => market.ticker(symbol, values);
    },
    bookTicker(fields) {
      const symbol = fields.text('symbol');
      const values = {
        bidPrice: fields.text('bidPrice'),
        askPrice: fields.text('askPrice'),
        ...given(fields, ['bidQuantity', 'askQuantity']),
      };
      return () => market.bookTicker(symbol, values);
    },
    setTime(fields) {
      const time = fields.integer('time', 0, LATEST);
      return () => market.setTime(time);
    },
    advance(fields) {
      const ms = fields.integer('ms', 0, LATEST);
      return () => market.advance(ms);
    },
    setStatus(fields) {
      const symbol = fields.text('symbol');
      const status = fields.oneOf('status', SYMBOL_STATUSES);
      return () => market.setStatus(symbol, status);
    },
    removeSymbol(fields) {
      const symbol = fields.text('symbol');
      return () => market.removeSymbol(symbol);
    },
    startLive(fields) {
      const seed = fields.optionalInteger('seed', 0, 0xffff_ffff);
      const everyMs = fields.optionalInteger('everyMs', 10, 60_000);
      const options = {
        ...(seed === undefined ? {} : { seed }),
        ...(everyMs === undefined ? {} : { everyMs }),
      };
      return () => {
        stopLive = startLive(options);
      };
    },
    stopLive: () => () => stopLive?.(),
  };
}
