/** Trading status of a symbol as exchangeInfo gives it. */
export type SymbolStatus = 'TRADING' | 'HALT' | 'BREAK' | 'CANCEL_ONLY';

/** The statuses there are. */
export const SYMBOL_STATUSES: readonly SymbolStatus[] = ['TRADING', 'HALT', 'BREAK', 'CANCEL_ONLY'];

/** What the exchange knows about one symbol. */
export interface SymbolSpec {
  readonly symbol: string;
  readonly baseAsset: string;
  readonly quoteAsset: string;
  /** Smallest price step, a decimal string. */
  readonly tickSize: string;
  /** Smallest quantity step, a decimal string. */
  readonly stepSize: string;
  readonly status: SymbolStatus;
  /** The price around which the generated history wanders. */
  readonly typicalPrice: number;
  /** Base volume of a generated minute. */
  readonly minuteVolume: number;
  /** First moment with candles, ms. */
  readonly listedAt: number;
  /** No candle opens after this moment, ms; for a symbol that stopped trading. */
  readonly haltedAt?: number;
}

const LISTED_AT = Date.UTC(2018, 0, 1);

/** A symbol with the usual values where none are given. */
export function createSymbol(
  spec: Pick<SymbolSpec, 'symbol' | 'baseAsset' | 'quoteAsset'> & Partial<SymbolSpec>,
): SymbolSpec {
  return {
    tickSize: '0.01',
    stepSize: '0.00001',
    status: 'TRADING',
    typicalPrice: 100,
    minuteVolume: 10,
    listedAt: LISTED_AT,
    ...spec,
  };
}

/** The stock of a new exchange: five large symbols, one non-ASCII name and one that is halted. */
export const DEFAULT_SYMBOLS: readonly SymbolSpec[] = [
  createSymbol({
    symbol: 'BTCUSDT',
    baseAsset: 'BTC',
    quoteAsset: 'USDT',
    typicalPrice: 64_000,
    minuteVolume: 12,
  }),
  createSymbol({
    symbol: 'ETHUSDT',
    baseAsset: 'ETH',
    quoteAsset: 'USDT',
    stepSize: '0.0001',
    typicalPrice: 3_200,
    minuteVolume: 180,
  }),
  createSymbol({
    symbol: 'BNBUSDT',
    baseAsset: 'BNB',
    quoteAsset: 'USDT',
    stepSize: '0.001',
    typicalPrice: 580,
    minuteVolume: 90,
  }),
  createSymbol({
    symbol: 'SOLUSDT',
    baseAsset: 'SOL',
    quoteAsset: 'USDT',
    stepSize: '0.001',
    typicalPrice: 150,
    minuteVolume: 1_500,
  }),
  createSymbol({
    symbol: 'XRPUSDT',
    baseAsset: 'XRP',
    quoteAsset: 'USDT',
    tickSize: '0.0001',
    stepSize: '0.1',
    typicalPrice: 0.62,
    minuteVolume: 90_000,
  }),
  createSymbol({
    symbol: '币安人生USDT',
    baseAsset: '币安人生',
    quoteAsset: 'USDT',
    tickSize: '0.0001',
    stepSize: '0.1',
    typicalPrice: 0.18,
    minuteVolume: 40_000,
  }),
  createSymbol({
    symbol: 'LUNAUSDT',
    baseAsset: 'LUNA',
    quoteAsset: 'USDT',
    tickSize: '0.0001',
    stepSize: '0.01',
    status: 'BREAK',
    typicalPrice: 0.9,
    minuteVolume: 20_000,
    haltedAt: Date.UTC(2022, 4, 13),
  }),
];
