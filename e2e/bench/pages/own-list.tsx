/** The app's watchlist of 400 symbols, of which the first 20 prices change with each displayed frame. */
import '../../../src/ui/style/tokens.css';
import '../../../src/ui/style/palettes.css';
import '../../../src/ui/style/base.css';
import '../../../src/ui/style/controls.css';
import '../../../src/ui/style/layout.css';
import { render } from 'preact';
import { DEFAULT_SETTINGS } from '../../../src/protocol/settings.ts';
import { followLanguage } from '../../../src/ui/shell/follow-language.ts';
import { apply } from '../../../src/ui/state/apply.ts';
import { Watchlist } from '../../../src/ui/watchlist/Watchlist.tsx';
import { changesOf, closesOf, everyFrame, nameOf, NAMES, VIEW } from './list-data.ts';

const quoteOf = (row: number, price: number) => ({
  symbol: nameOf(row),
  lastPrice: price.toFixed(2),
  bidPrice: '10000.00',
  askPrice: '10000.01',
  volume: '1000.5',
  quoteVolume: '10005000.25',
  changePercent: '1.010',
  eventTime: 0,
  receivedAt: 0,
  isStale: false,
});

apply({
  type: 'engineStarted',
  settings: DEFAULT_SETTINGS,
  rules: [],
  watchlist: { symbols: NAMES, intervals: ['1h'] },
  alerts: [],
  isDemo: false,
  venue: 'Binance',
});
apply({
  type: 'symbolsListed',
  symbols: NAMES.map((symbol) => ({
    symbol,
    baseAsset: symbol.slice(0, -4),
    quoteAsset: 'USDT',
    status: 'TRADING',
    tickSize: '0.01000000',
    stepSize: '0.00001000',
  })),
});
apply({
  type: 'sparklinesChanged',
  sparklines: NAMES.map((symbol, row) => ({ symbol, closes: closesOf(row) })),
});
apply({ type: 'quotesChanged', quotes: NAMES.map((_, row) => quoteOf(row, 10_000)) });

const root = document.createElement('div');
root.style.cssText = `display: grid; grid-template-rows: minmax(0, 1fr); height: ${VIEW.height}px; width: ${VIEW.width}px`;
document.body.append(root);
void followLanguage(document.documentElement, ['en']).isShown.then(() => {
  render(<Watchlist />, root);
  everyFrame((frame) => {
    const quotes = changesOf(frame).map(({ row, price }) => quoteOf(row, price));
    apply({ type: 'quotesChanged', quotes });
  });
});
