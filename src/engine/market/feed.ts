/**
 * What keeps a quote up to date.
 * - `own`: trades, ticker and best bid and ask of its symbol, to the tick
 * - `ticker`: its ticker alone, once a second where something changed
 * - `array`: the mini tickers of the whole market, as often; they have neither bid nor ask
 * - `none`: nobody looks; its candles, where rules need them, tell at least its price
 */
export type Feed = 'own' | 'ticker' | 'array' | 'none';
