/** Candles that a page asks for beside what is watched: the past of its chart, or of one moment. */
import { LARGEST_KLINE_LIMIT } from '../../binance/rest.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';
import { columnsOf, sliceColumns } from '../../domain/candle.ts';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import type { CandlesAnswer } from '../../protocol/chart.ts';
import type { Command } from '../../protocol/messages.ts';
import type { SeriesName } from '../market/series-name.ts';
import type { MarketSession } from '../market/market-session.ts';

export type CandlesQuestion = Omit<Extract<Command, { type: 'fetchCandles' }>, 'type'>;

type Source = Pick<MarketSession, 'rest' | 'dataStream'>;

const NONE = columnsOf([]);

/** A page of candles before an open time, oldest first. */
export async function fetchOlder(
  { rest }: Pick<Source, 'rest'>,
  { symbol, interval }: SeriesName,
  before: number,
): Promise<{
  readonly candles: readonly Candle[];
  /** The exchange has none before these. */
  readonly isComplete: boolean;
}> {
  const query = { symbol, interval, endTime: before - 1, limit: LARGEST_KLINE_LIMIT };
  const answer = await rest.klines(query).result;
  if (!answer.ok) return { candles: [], isComplete: false };
  const { rows, rejections } = answer.value;
  const isComplete = rows.length + rejections.length < LARGEST_KLINE_LIMIT;
  return { candles: rows.map(({ candle }) => candle), isComplete };
}

/** The candles around a moment: those that are watched, else the exchange's history. */
export async function fetchCandles(
  source: Source,
  question: CandlesQuestion,
): Promise<CandlesAnswer> {
  const { symbol, interval, endTime } = question;
  const limit = Math.min(LARGEST_KLINE_LIMIT, Math.max(1, Math.floor(question.limit)));
  const watched = watchedCandles(source, question, limit);
  if (watched) return { columns: watched, reason: '' };
  const answer = await source.rest.klines({ symbol, interval, endTime, limit }).result;
  if (!answer.ok) return { columns: NONE, reason: describeRestFailure(answer.failure) };
  return { columns: columnsOf(answer.value.rows.map(({ candle }) => candle)), reason: '' };
}

/** Undefined unless the buffer reaches back far enough, and up to the last one or to now. */
function watchedCandles(
  { dataStream }: Pick<Source, 'dataStream'>,
  { symbol, interval, endTime }: CandlesQuestion,
  limit: number,
): CandleColumns | undefined {
  const keeper = dataStream.series({ symbol, interval });
  if (!keeper) return undefined;
  const columns = keeper.closed.columns();
  const next = columns.openTime.findIndex((openTime) => openTime > endTime);
  const end = next < 0 && keeper.isCurrent ? columns.openTime.length : next;
  return end < limit ? undefined : sliceColumns(columns, end - limit, end);
}
