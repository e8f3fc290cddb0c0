interface Start {
  readonly url: string;
  readonly count: number;
}

interface Data {
  readonly s: string;
  readonly p?: string;
  readonly b?: string;
  readonly a?: string;
}

const rows = new Map<string, { symbol: string; last: string; bid: string; ask: string }>();

self.addEventListener('message', ({ data }: MessageEvent<Start | 'poll'>) => {
  if (data === 'poll') self.postMessage([...rows.values()]);
  else listen(data);
});

function listen({ url, count }: Start): void {
  for (let index = 0; index < count; index++) {
    const symbol = `C${String(index).padStart(4, '0')}USDT`;
    rows.set(symbol, { symbol, last: '', bid: '', ask: '' });
  }
  const socket = new WebSocket(`${url}/stream`);
  socket.addEventListener('open', () => {
    const params = [...rows.keys()].flatMap((symbol) => {
      const name = symbol.toLowerCase();
      return [`${name}@trade`, `${name}@bookTicker`];
    });
    socket.send(JSON.stringify({ method: 'SUBSCRIBE', params, id: 1 }));
  });
  socket.addEventListener('message', ({ data: text }: MessageEvent<string>) => {
    const { data } = JSON.parse(text) as { readonly data?: Data };
    const row = data && rows.get(data.s);
    if (!row) return;
    if (data.p !== undefined) row.last = data.p;
    if (data.b !== undefined) row.bid = data.b;
    if (data.a !== undefined) row.ask = data.a;
  });
}
