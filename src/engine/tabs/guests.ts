/**
 * The leader's side of the other tabs: each is a page that looks on. Guarantees: a follower's commands
 * are carried out in order and once, though they may come twice; one that has not been heard for
 * `LOST_MS`, counted in the leader's own turns, is given up until it speaks again.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { RunningCommand, RunningEngine } from '../running-engine.ts';
import type { View } from '../view/view.ts';
import { ALIVE_MS } from './follower.ts';
import { eventChannelName, openEventSender } from './tab-channel.ts';
import type { OpenChannel, TabChannel, TabMessage } from './tab-channel.ts';

export interface Guests {
  hear(message: TabMessage): void;
  /** The engine is about to end. */
  stop(): void;
}

const LOST_MS = 10_000;

interface Guest {
  readonly view: View;
  readonly close: () => void;
  lastNumber: number;
  silentMs: number;
}

export function createGuests(options: {
  readonly clock: Clock;
  readonly name: string;
  readonly build: string;
  readonly channel: TabChannel;
  readonly openChannel: OpenChannel;
  readonly engine: RunningEngine;
}): Guests {
  const { clock, name, build, channel, openChannel, engine } = options;
  const guests = new Map<string, Guest>();

  const welcome = (tab: string, isVisible: boolean): void => {
    const { lastNumber = 0 } = guests.get(tab) ?? {};
    dismiss(tab);
    const sender = openEventSender(openChannel, eventChannelName(name, tab), build);
    const send = (event: EngineEvent): void => sender.send(event);
    const view = engine.open({ isVisible, send });
    guests.set(tab, { view, close: () => sender.close(), lastNumber, silentMs: 0 });
  };

  const dismiss = (tab: string): void => {
    const guest = guests.get(tab);
    if (!guest) return;
    guests.delete(tab);
    engine.close(guest.view);
    guest.close();
  };

  const carryOut = (tab: string, number: number, command: RunningCommand): void => {
    const guest = guests.get(tab);
    if (!guest) return channel.tell({ kind: 'unknown', to: tab });
    guest.silentMs = 0;
    if (number > guest.lastNumber) {
      guest.lastNumber = number;
      engine.handle(command, guest.view);
    }
    channel.tell({ kind: 'done', to: tab, number });
  };

  let timer: Timer;
  const takeTurn = (): void => {
    timer = clock.setTimer(takeTurn, ALIVE_MS);
    for (const [tab, guest] of guests) {
      guest.silentMs += ALIVE_MS;
      if (guest.silentMs >= LOST_MS) dismiss(tab);
    }
  };
  timer = clock.setTimer(takeTurn, ALIVE_MS);

  return {
    hear(message) {
      switch (message.kind) {
        case 'hello':
          return welcome(message.from, message.isVisible);
        case 'alive': {
          const guest = guests.get(message.from);
          if (guest) guest.silentMs = 0;
          else channel.tell({ kind: 'unknown', to: message.from });
          return;
        }
        case 'bye':
          return dismiss(message.from);
        case 'command':
          return carryOut(message.from, message.number, message.command);
        case 'beat':
        case 'unknown':
        case 'done':
          return;
        default:
          return message satisfies never;
      }
    },
    stop() {
      timer.cancel();
      // Their views end with the engine: one by one, each would leave to the next what it rings for.
      for (const guest of guests.values()) guest.close();
    },
  };
}
