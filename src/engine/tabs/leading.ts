/** The role of the tab that leads: it runs the engine, for its own page and for those of other tabs. */
import type { EngineEvent, StartOptions } from '../../protocol/messages.ts';
import type { EnginePorts } from '../engine-ports.ts';
import { createLimitations } from '../limitations.ts';
import type { Limitations } from '../limitations.ts';
import { startEngine } from '../running-engine.ts';
import type { RunningCommand, RunningEngine } from '../running-engine.ts';
import { profileName } from '../venues.ts';
import type { View } from '../view/view.ts';
import type { WorkerStorage } from '../worker-storage.ts';
import { createGuests } from './guests.ts';
import type { Guests } from './guests.ts';
import type { Role, TabWishes } from './role.ts';
import type { TabChannel } from './tab-channel.ts';

export interface Leading extends Role {
  /** Other tabs may join. */
  readonly isServing: boolean;
  /** Tells of something that this browser lacks. */
  readonly limitations: Limitations;
  /** Doubt is over: see `Leadership`. */
  beSure(): void;
}

interface Serving {
  readonly engine: RunningEngine;
  readonly view: View;
  readonly guests: Guests | undefined;
}

export function createLeading(parts: {
  readonly ports: EnginePorts;
  readonly options: StartOptions;
  readonly workerStorage: WorkerStorage;
  readonly wishes: TabWishes;
  readonly isSure: () => boolean;
  readonly channel: TabChannel | undefined;
  /** Commands that an earlier role left. */
  readonly letters: readonly RunningCommand[];
  readonly onServing: () => void;
}): Leading {
  const { ports, options, workerStorage, wishes, isSure, channel, onServing } = parts;
  const { clock, openChannel, build, post } = ports;
  const { storage } = workerStorage;
  const name = profileName(options);
  let letters = parts.letters;
  let serving: Serving | undefined;
  let isStopped = false;
  // Pages that come later are told of what is known by then.
  const limitations = createLimitations((event) => serving?.engine.tell(event));

  const open = async (): Promise<void> => {
    const engine = await startEngine({ ports, options, storage, limitations, isSure, restart });
    if (isStopped) return engine.dispose();
    const guests =
      channel && openChannel && createGuests({ clock, name, build, channel, openChannel, engine });
    const { isVisible, isConnectionWanted } = wishes;
    serving = { engine, guests, view: engine.open({ isVisible, send: post }) };
    engine.connect(isConnectionWanted);
    for (const command of letters) engine.handle(command, serving.view);
    letters = [];
    onServing();
  };

  const start = (): void => {
    open().catch((error: unknown) => {
      const event: EngineEvent = { type: 'engineFailed', message: String(error) };
      if (!isStopped) post(event, []);
    });
  };

  const close = (): void => {
    serving?.guests?.stop();
    serving?.engine.dispose();
    serving = undefined;
  };

  /** What is stored has changed under the engine: it begins again with that. */
  const restart = (): void => {
    if (!serving) return;
    close();
    start();
  };

  workerStorage.setWatcher({
    onMissing: limitations.found('storage'),
    onRecovered: () => limitations.lift('storage'),
    onLoadedLate: restart,
  });
  start();

  return {
    get isServing() {
      return serving !== undefined;
    },
    limitations,
    hear: (message) => serving?.guests?.hear(message),
    send(command) {
      if (serving) serving.engine.handle(command, serving.view);
      else letters = [...letters, command];
    },
    beSure: () => serving?.engine.beSure(),
    stop() {
      isStopped = true;
      workerStorage.setWatcher(null);
      close();
      return letters;
    },
  };
}
