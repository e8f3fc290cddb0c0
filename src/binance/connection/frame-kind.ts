/** What a waiting frame is worth when the queue is full. */
export const FRAME_KINDS = [
  'trade',
  'ticker',
  'bookTicker',
  'miniTicker',
  'openCandle',
  'closedCandle',
  'other',
] as const;

export type FrameKind = (typeof FRAME_KINDS)[number];

/** `state` is worth only its newest, `trade` can be lost one by one, `kept` is never dropped. */
export type FrameWorth = 'state' | 'trade' | 'kept';

const WORTH: Readonly<Record<FrameKind, FrameWorth>> = {
  trade: 'trade',
  ticker: 'state',
  bookTicker: 'state',
  miniTicker: 'state',
  openCandle: 'state',
  closedCandle: 'kept',
  other: 'kept',
};

export function worthOf(kind: FrameKind): FrameWorth {
  return WORTH[kind];
}

/**
 * The kind by stream name. All-market arrays (`!miniTicker@arr`) carry only the symbols that
 * changed, so the newest does not replace the one before: they are `other`, and kept.
 */
export function kindOf(stream: string, text: string): FrameKind {
  const start = stream.indexOf('@') + 1;
  if (start === 0 || stream.startsWith('!')) return 'other';
  if (stream.startsWith('kline_', start)) {
    // Open only if it says so: a candle of unknown state is kept.
    return text.includes('"x":false') ? 'openCandle' : 'closedCandle';
  }
  if (isRest(stream, start, 'trade') || isRest(stream, start, 'aggTrade')) return 'trade';
  if (isRest(stream, start, 'bookTicker')) return 'bookTicker';
  if (isRest(stream, start, 'ticker') || stream.startsWith('ticker_', start)) return 'ticker';
  return isRest(stream, start, 'miniTicker') ? 'miniTicker' : 'other';
}

function isRest(stream: string, start: number, word: string): boolean {
  return stream.length === start + word.length && stream.startsWith(word, start);
}
