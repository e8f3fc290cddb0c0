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

interface Waiting {
  readonly question: Question;
  readonly settle: (answer: Answer) => void;
}

const waiting = new Map<number, Waiting>();
let lastId = 0;

/** The answer comes as long as an engine runs: what one was lost with is asked again of the next. */
export function ask<Asked extends WithoutId<Question>>(
  send: (command: Command) => void,
  question: Asked,
): Promise<AnswerTo<Asked['type']>> {
  const requestId = ++lastId;
  return new Promise((resolve) => {
    const asked = { ...question, requestId } as Question;
    waiting.set(requestId, {
      question: asked,
      settle: (answer) => resolve(answer as AnswerTo<Asked['type']>),
    });
    send(asked);
  });
}

/** Of a new engine. Not what changes something: that may have been done before the old one was lost. */
export function askAgain(send: (command: Command) => void): void {
  for (const { question } of waiting.values()) if (question.type !== 'importData') send(question);
}

/** An answer that nobody waits for, as when a question was asked twice, changes nothing. */
export function settleAnswer(answer: Answer): void {
  waiting.get(answer.requestId)?.settle(answer);
  waiting.delete(answer.requestId);
}
