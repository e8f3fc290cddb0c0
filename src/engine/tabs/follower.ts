/**
 * A tab that does not lead: it shows what the leader tells it and hands on what its page asks for.
 * Guarantees: a command reaches a leader at least once and in order, also when the leader changes
 * meanwhile; after a change of leaders, or after this tab was frozen, the page is told everything anew.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { RunningCommand } from '../running-engine.ts';
import type { Role, TabWishes } from './role.ts';
import { eventChannelName, openEventReceiver } from './tab-channel.ts';
import type { OpenChannel, TabChannel } from './tab-channel.ts';

export const ALIVE_MS = 2_000;
const MOST_COMMANDS = 1_000;

export function createFollower(options: {
  readonly clock: Clock;
  readonly tab: string;
  readonly name: string;
  readonly build: string;
  readonly channel: TabChannel;
  readonly openChannel: OpenChannel;
  readonly wishes: TabWishes;
  /** Commands that an earlier role left. */
  readonly letters: readonly RunningCommand[];
  readonly post: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
}): Role {
  const { clock, tab, name, build, channel, openChannel, wishes, letters, post } = options;
  let leader: string | undefined;
  let lastNumber = letters.length;
  let waiting = letters.map((command, index) => ({ number: index + 1, command }));
  let timer: Timer | undefined;

  const take = (event: EngineEvent): void => {
    // Somebody switched it off: should this tab lead next, it stays off.
    if (event.type === 'connectionChanged') {
      wishes.isConnectionWanted = event.connection.state !== 'DISCONNECTED';
    }
    post(event, []);
  };
  const receiver = openEventReceiver(openChannel, eventChannelName(name, tab), build, take);

  const sayHello = (): void => {
    channel.tell({ kind: 'hello', from: tab, isVisible: wishes.isVisible });
    for (const letter of waiting) channel.tell({ kind: 'command', from: tab, ...letter });
  };

  const sayAlive = (): void => {
    if (leader !== undefined) channel.tell({ kind: 'alive', from: tab });
    timer = clock.setTimer(sayAlive, ALIVE_MS);
  };
  sayAlive();

  return {
    hear(message) {
      if (message.kind === 'beat' && message.isServing && message.from !== leader) {
        leader = message.from;
        sayHello();
      }
      if (message.kind === 'unknown' && message.to === tab) sayHello();
      if (message.kind === 'done' && message.to === tab) {
        waiting = waiting.filter(({ number }) => number > message.number);
      }
    },
    send(command) {
      lastNumber += 1;
      const letter = { number: lastNumber, command };
      waiting = [...waiting, letter].slice(-MOST_COMMANDS);
      if (leader !== undefined) channel.tell({ kind: 'command', from: tab, ...letter });
    },
    stop() {
      timer?.cancel();
      receiver.close();
      channel.tell({ kind: 'bye', from: tab });
      return waiting.map(({ command }) => command);
    },
  };
}
