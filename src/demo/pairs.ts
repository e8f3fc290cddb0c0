/** A pair of the demo market. Prices and volumes are plausible, not anybody's real ones. */
export interface DemoPair {
  readonly symbol: string;
  readonly baseAsset: string;
  readonly quoteAsset: string;
  /** The price around which it wanders. */
  readonly price: number;
  /** Decimals of a price: the tick is 10^-priceDecimals. */
  readonly priceDecimals: number;
  /** Decimals of a quantity: the step is 10^-quantityDecimals. */
  readonly quantityDecimals: number;
  /** Typical volume of a day, in the quote asset. */
  readonly dailyTurnover: number;
  /** Typical change within a minute, as a fraction of the price. */
  readonly volatility: number;
  readonly tradesPerSecond: number;
}

type Row = readonly [
  baseAsset: string,
  price: number,
  priceDecimals: number,
  quantityDecimals: number,
  turnoverInMillions: number,
  volatilityPercent: number,
  tradesPerSecond: number,
];

const ROWS: readonly Row[] = [
  ['BTC', 97_200, 2, 5, 2400, 0.034, 7],
  ['ETH', 3410, 2, 4, 1600, 0.045, 6],
  ['SOL', 178.4, 2, 3, 820, 0.064, 5],
  ['XRP', 2.314, 4, 1, 760, 0.064, 5],
  ['BNB', 672.1, 2, 3, 310, 0.038, 4],
  ['DOGE', 0.3182, 5, 0, 420, 0.075, 4],
  ['ADA', 0.8463, 4, 1, 180, 0.068, 3],
  ['AVAX', 35.92, 2, 2, 95, 0.071, 2],
  ['LINK', 22.14, 2, 2, 110, 0.068, 2],
  ['DOT', 6.831, 3, 2, 48, 0.064, 1.5],
  ['LTC', 104.6, 2, 3, 62, 0.053, 1.5],
  ['TRX', 0.2487, 4, 1, 74, 0.03, 1.5],
  ['SUI', 3.871, 4, 1, 240, 0.083, 3],
  ['TON', 5.382, 3, 2, 41, 0.056, 1.2],
  ['SHIB', 0.00002153, 8, 0, 66, 0.075, 2],
  ['PEPE', 0.00001784, 8, 0, 290, 0.098, 4],
  ['BCH', 452.3, 1, 3, 38, 0.053, 1],
  ['NEAR', 5.214, 3, 1, 52, 0.071, 1.2],
  ['UNI', 12.43, 3, 2, 44, 0.068, 1],
  ['APT', 9.126, 3, 2, 37, 0.068, 1],
  ['HBAR', 0.2714, 5, 0, 88, 0.083, 1.5],
  ['XLM', 0.3829, 4, 0, 70, 0.071, 1.2],
  ['ICP', 10.37, 3, 2, 21, 0.06, 0.8],
  ['ETC', 26.21, 2, 2, 24, 0.056, 0.8],
  ['ATOM', 6.524, 3, 2, 22, 0.056, 0.8],
  ['FIL', 5.283, 3, 2, 26, 0.064, 0.8],
  ['ARB', 0.7842, 4, 1, 58, 0.075, 1.2],
  ['OP', 1.894, 3, 2, 39, 0.075, 1],
  ['INJ', 22.08, 2, 2, 28, 0.079, 0.9],
  ['AAVE', 288.7, 2, 3, 57, 0.071, 1],
];

export const DEMO_PAIRS: readonly DemoPair[] = ROWS.map(
  ([baseAsset, price, priceDecimals, quantityDecimals, turnover, volatility, tradesPerSecond]) => ({
    symbol: `${baseAsset}USDT`,
    baseAsset,
    quoteAsset: 'USDT',
    price,
    priceDecimals,
    quantityDecimals,
    dailyTurnover: turnover * 1e6,
    volatility: volatility / 100,
    tradesPerSecond,
  }),
);
