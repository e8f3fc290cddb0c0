/** Questions to the engine that it answers once. */
import type { Command, EngineEvent } from '../protocol/messages.ts';

export type Answer = Extract<
  EngineEvent,
  {
    type: 'candlesFetched' | 'historyLoaded' | 'readinessChecked' | 'dataExported' | 'dataImported';
  }
>;

export type Question = Extract<
  Command,
  { type: 'fetchCandles' | 'loadHistory' | 'checkReadiness' | 'exportData' | 'importData' }
>;

type WithoutId<Asked> = Asked extends Question ? Omit<Asked, 'requestId'> : never;

type AnswerTo<Type extends Question['type']> = Extract<
  Answer,
  {
    type: {
      fetchCandles: 'candlesFetched';
      loadHistory: 'historyLoaded';
      checkReadiness: 'readinessChecked';
      exportData: 'dataExported';
      importData: 'dataImported';
    }[Type];
  }
>;

const waiting = new Map<number, (answer: Answer) => void>();
let lastId = 0;

/** The answer comes as long as an engine runs: a question that an engine was lost with is repeated. */
export function ask<Asked extends WithoutId<Question>>(
  send: (command: Command) => void,
  question: Asked,
): Promise<AnswerTo<Asked['type']>> {
  const requestId = ++lastId;
  return new Promise((resolve) => {
    waiting.set(requestId, (answer) => resolve(answer as AnswerTo<Asked['type']>));
    send({ ...question, requestId } as Question);
  });
}

/** An answer that nobody waits for, as when a question was asked twice, changes nothing. */
export function settleAnswer(answer: Answer): void {
  waiting.get(answer.requestId)?.(answer);
  waiting.delete(answer.requestId);
}
