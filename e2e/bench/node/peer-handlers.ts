/** What the peers do with a frame that a socket has brought: their own handlers, without the socket. */
import type { FrameMix } from './frames.ts';
import { loadPeer } from '../peers.ts';

export type FrameReceiver = (text: string) => void;

interface BinanceModule {
  readonly WebsocketClient: new (options: object) => BinanceClient;
}

interface BinanceClient {
  on(event: string, listener: (message: object) => void): void;
  onWsMessage(event: { data: string; type: string }, wsKey: string, socket: object): void;
}

/** npm `binance`: parsed and told as a raw `message`; the listener only looks at it. */
export async function createBinanceHandler(root: string): Promise<FrameReceiver> {
  const { WebsocketClient } = await loadPeer<BinanceModule>(root, 'binance');
  const client = new WebsocketClient({ beautify: false });
  let heard = 0;
  client.on('message', () => (heard += 1));
  const check = { heard: () => heard };
  return (text) => {
    const before = check.heard();
    client.onWsMessage({ data: text, type: 'message' }, 'main', {});
    if (check.heard() === before) throw new Error(`npm binance did not take ${text}`);
  };
}

interface CcxtModule {
  readonly pro: { readonly binance: new (options: object) => CcxtExchange };
}

interface CcxtExchange {
  client(url: string): CcxtClient;
  setMarkets(markets: readonly object[]): void;
}

interface CcxtClient {
  onMessage(event: { data: string }): void;
}

/** ccxt pro: parsed, and kept in its tickers, trades and candles, as when they are watched. */
export async function createCcxtHandler(root: string, mix: FrameMix): Promise<FrameReceiver> {
  const { pro } = await loadPeer<CcxtModule>(root, 'ccxt');
  const exchange = new pro.binance({ newUpdates: true });
  exchange.setMarkets(mix.symbols.map(marketOf));
  const client = exchange.client('wss://stream.binance.com:9443/stream');
  return (text) => client.onMessage({ data: text });
}

function marketOf(id: string): object {
  const quote = ['USDT', 'BTC', 'ETH', 'BNB'].find((asset) => id.endsWith(asset)) ?? id.slice(-3);
  const base = id.slice(0, -quote.length);
  return {
    id,
    symbol: `${base}/${quote}`,
    base,
    quote,
    baseId: base,
    quoteId: quote,
    type: 'spot',
    spot: true,
    precision: { amount: 1e-8, price: 1e-8 },
    limits: {},
    info: {},
  };
}
