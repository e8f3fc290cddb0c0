/**
 * The engine of one tab, as the page knows it. Guarantee: what the page asks for is kept until there is
 * somebody to carry it out: this tab's own engine, or that of the tab that leads.
 */
import type { Command } from '../protocol/messages.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { RunningCommand } from './running-engine.ts';
import type { TabWishes } from './tabs/role.ts';
import { takeSeat } from './tabs/seat.ts';
import type { Seat } from './tabs/seat.ts';
import { createWorkerStorage } from './worker-storage.ts';

export interface Engine {
  handle(command: Command): void;
}

export function createEngine(ports: EnginePorts): Engine {
  let sit: (() => Seat) | undefined;
  let seat: Seat | undefined;
  const wishes: TabWishes = { isVisible: true, isConnectionWanted: true };
  let waiting: RunningCommand[] = [];

  const takePlace = (): void => {
    if (!sit) return;
    seat ??= sit();
    for (const command of waiting) seat.send(command);
    waiting = [];
  };

  return {
    handle(command) {
      switch (command.type) {
        case 'start': {
          const { options } = command;
          wishes.isVisible = command.isVisible;
          if (!sit) {
            const workerStorage = createWorkerStorage(ports, options);
            sit = () => takeSeat({ ports, options, workerStorage, wishes });
          }
          return takePlace();
        }
        case 'leave':
          waiting.push(...(seat?.leave() ?? []));
          seat = undefined;
          return;
        case 'return':
          return takePlace();
        default:
          note(command, wishes);
          if (seat) seat.send(command);
          else waiting.push(command);
      }
    },
  };
}

function note(command: RunningCommand, wishes: TabWishes): void {
  if (command.type === 'setVisibility') wishes.isVisible = command.isVisible;
  if (command.type === 'disconnect') wishes.isConnectionWanted = false;
  if (command.type === 'connect' || command.type === 'reconnect') wishes.isConnectionWanted = true;
}
