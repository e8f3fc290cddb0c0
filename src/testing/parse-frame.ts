import { readFrame } from '../binance/parse-frame.ts';
import type { Rejection } from '../binance/rejection.ts';
import type { MarketEvent } from '../domain/market.ts';

/** All that a frame holds, as lists. */
export function parseFrame(
  stream: string,
  text: string,
): { readonly events: readonly MarketEvent[]; readonly rejections: readonly Rejection[] } {
  const events: MarketEvent[] = [];
  const rejections: Rejection[] = [];
  readFrame(stream, text, {
    onEvent: (event) => events.push(event),
    onRejection: (rejection) => rejections.push(rejection),
  });
  return { events, rejections };
}
