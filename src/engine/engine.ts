/**
 * The engine: it takes commands from the page and answers with events. Until it has started,
 * commands wait; they are carried out in the order in which they came.
 */
import type { Command } from '../protocol/messages.ts';
import type { EnginePorts } from './engine-ports.ts';
import { startEngine } from './running-engine.ts';
import type { RunningEngine } from './running-engine.ts';

export interface Engine {
  handle(command: Command): void;
}

export function createEngine(ports: EnginePorts): Engine {
  let running: Promise<RunningEngine> | undefined;

  const fail = (error: unknown): void => {
    ports.post({ type: 'engineFailed', message: String(error) }, []);
  };

  return {
    handle(command) {
      if (command.type === 'start') {
        running ??= startEngine(ports, command.options, command.isVisible);
        running.catch(fail);
      } else {
        running?.then((engine) => engine.handle(command)).catch(fail);
      }
    },
  };
}
