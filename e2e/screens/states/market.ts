import { createSymbol } from '../../exchange/symbols.ts';
import type { SymbolSpec } from '../../exchange/symbols.ts';
import { pricesCome, openDemo, openLocal, region } from '../opening.ts';
import type { Stage, State } from '../state.ts';

const MANY = 100;
/** Fewer than a real one, so that the exchange is ready sooner; a window shows no more of it. */
const WHOLE_MARKET = 400;
/** Prices that are made at a time. */
const BATCH = 20;
const QUOTES = ['USDT', 'USDC', 'BTC', 'FDUSD', 'EUR', 'TRY', 'ETH'];

/** As many symbols as wanted, with names, prices and steps as different as real ones. */
function symbolsOf(count: number): SymbolSpec[] {
  const known = ['BTC', 'ETH', 'SOL', 'XRP', 'BNB', 'DOGE', '1000SATS', 'PEPE', 'TRX', 'ADA'];
  return Array.from({ length: count }, (_, index) => {
    const place = Math.floor(index / 2);
    const baseAsset = known[place] ?? `${letters(place)}${place % 7 === 0 ? 'COIN' : ''}`;
    const quoteAsset = index % 2 === 0 ? 'USDT' : (QUOTES[(index >> 1) % QUOTES.length] ?? 'BTC');
    const typicalPrice = 64_000 / 1.9 ** (place % 22);
    const decimals = Math.max(2, Math.min(8, 4 - Math.floor(Math.log10(typicalPrice))));
    return createSymbol({
      symbol: `${baseAsset}${quoteAsset}`,
      baseAsset,
      quoteAsset,
      typicalPrice,
      tickSize: (10 ** -decimals).toFixed(decimals),
      minuteVolume: 1_000_000 / typicalPrice / (1 + (place % 50)),
    });
  }).filter(
    ({ symbol }, index, all) => all.findIndex((other) => other.symbol === symbol) === index,
  );
}

/** 0 → AAA, 1 → BAA … */
function letters(number: number): string {
  return [number % 26, Math.floor(number / 26) % 26, Math.floor(number / 676) % 26]
    .map((place) => String.fromCodePoint(65 + place))
    .join('');
}

async function openMany(stage: Stage): Promise<void> {
  const symbols = symbolsOf(MANY);
  const exchange = await stage.exchange({ symbols });
  exchange.startLive({ everyMs: 1_000 });
  const names = symbols.map(({ symbol }) => symbol).join(',');
  await openLocal(stage, { symbols: names, intervals: '1m' });
  await pricesCome(stage);
}

async function openMarket(stage: Stage): Promise<void> {
  const exchange = await stage.exchange({ symbols: symbolsOf(WHOLE_MARKET) });
  await openLocal(stage, { symbols: 'BTCUSDT,ETHUSDT,SOLUSDT', intervals: '1m' });
  await pricesCome(stage);
  await stage.page.getByRole('button', { name: 'Whole market' }).click();
  await exchange.until(
    'the whole market is watched',
    () => exchange.subscriptions().some((stream) => stream.startsWith('!miniTicker')),
    30_000,
  );
  const names = exchange.market.symbols().map(({ symbol }) => symbol);
  for (let from = 0; from < names.length; from += BATCH) {
    exchange.market.pushTickers(names.slice(from, from + BATCH));
    // oxlint-disable-next-line no-await-in-loop -- the app is served by the same process
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await stage.page.getByRole('gridcell').nth(8).getByText(/\d/).waitFor();
}

async function openEmpty(stage: Stage): Promise<void> {
  await openDemo(stage, { symbols: 'BTCUSDT' });
  // On the screen where it is, whichever part is shown.
  await stage.page
    .getByRole('button', { name: 'Stop watching BTCUSDT', includeHidden: true })
    .dispatchEvent('click');
  await stage.page.getByText('No symbols yet').waitFor({ state: 'attached' });
}

const view = ({ page }: Stage) => page.getByRole('button', { name: 'View', exact: true });
const search = ({ page }: Stage) => page.getByRole('combobox', { name: 'Add a symbol' });

export const MARKET_STATES: readonly State[] = [
  { name: 'market', part: 'market', arrange: openDemo },
  {
    name: 'market-few',
    part: 'market',
    area: '.watchlist',
    arrange: (stage) => openDemo(stage, { symbols: 'BTCUSDT,DOGEUSDT' }),
  },
  { name: 'market-many', part: 'market', area: '.watchlist', arrange: openMany },
  { name: 'market-whole', part: 'market', area: '.watchlist', arrange: openMarket },
  {
    name: 'market-grouped',
    part: 'market',
    area: '.watchlist',
    async arrange(stage) {
      await openMarket(stage);
      await view(stage).click();
      await stage.page.getByRole('checkbox', { name: 'Group by quote asset' }).click();
      await stage.page.keyboard.press('Escape');
    },
  },
  {
    name: 'market-filter-none',
    part: 'market',
    area: '.watchlist',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Filter', exact: true }).click();
      await stage.page.getByRole('textbox', { name: 'Filter the symbols' }).fill('zzz');
    },
  },
  {
    name: 'market-search',
    part: 'market',
    area: '.watchlist',
    async arrange(stage) {
      await openDemo(stage);
      await search(stage).fill('usdt b');
      await stage.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'market-search-none',
    part: 'market',
    area: '.watchlist',
    async arrange(stage) {
      await openDemo(stage);
      await search(stage).fill('no such coin');
    },
  },
  {
    name: 'market-view-menu',
    part: 'market',
    area: '.popup',
    isFleeting: true,
    async arrange(stage) {
      await openDemo(stage);
      await view(stage).click();
    },
  },
  {
    name: 'market-row-menu',
    isFleeting: true,
    part: 'market',
    area: '.popup',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('row', { name: /^SOLUSDT/ }).hover();
      await stage.page.getByRole('button', { name: 'Actions for SOLUSDT' }).click();
    },
  },
  { name: 'market-empty', part: 'market', arrange: openEmpty },
  { name: 'chart-empty', part: 'chart', area: '.board', arrange: openEmpty, widths: [360] },
  {
    name: 'first-run',
    part: 'market',
    area: '.first-run-place',
    isFirstVisit: true,
    arrange: (stage) => openDemo(stage),
  },
  {
    name: 'first-run-rules',
    part: 'market',
    area: '.first-run-place',
    isFirstVisit: true,
    widths: [360, 768],
    isFleeting: true,
    async arrange(stage) {
      await openDemo(stage);
      await region(stage.page, 'First steps').getByRole('button', { name: /Rules/ }).click();
    },
  },
  {
    name: 'first-run-done',
    part: 'market',
    area: '.first-run-place',
    isFirstVisit: true,
    browser: { permissions: ['notifications'] },
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Turn notifications on' }).click();
    },
  },
];
