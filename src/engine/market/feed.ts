/**
 * What keeps a quote up to date.
 * - `own`: trades, ticker and best bid and ask of its symbol, to the tick
 * - `mini`: a mini ticker of its own, once a second where something changed
 * - `array`: the mini tickers of the whole market in one frame, as often
 * - `none`: nobody looks; its candles, where rules need them, tell at least its price
 */
export type Feed = 'own' | 'mini' | 'array' | 'none';
