import { expect, it } from 'vitest';
import type { Command } from '../protocol/messages.ts';
import { ask, askAgain, settleAnswer } from './ask.ts';

const NOTHING = { alerts: [], isComplete: true };

it('what an engine was lost with is asked again of the next, but for what would be done twice', async () => {
  const sent: Command[] = [];
  const send = (command: Command) => void sent.push(command);
  const history = ask(send, { type: 'loadHistory', before: 5, limit: 20, filter: {} });
  void ask(send, { type: 'importData', text: '{}', isTrial: false });
  const [first] = sent;
  sent.length = 0;

  askAgain(send);
  expect(sent).toEqual([first]);
  const requestId = first?.type === 'loadHistory' ? first.requestId : 0;
  settleAnswer({ type: 'historyLoaded', requestId, ...NOTHING });
  expect(await history).toMatchObject(NOTHING);

  sent.length = 0;
  askAgain(send);
  expect(sent).toEqual([]);
});
