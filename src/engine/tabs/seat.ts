/**
 * One tab's place among the tabs of a browser: it leads, and its engine watches the market for all of
 * them, or it follows the one that does. Guarantees: commands are kept through every change of roles
 * until a leader has carried them out; an engine that does not lead any more ends at once.
 */
import type { StartOptions } from '../../protocol/messages.ts';
import type { EnginePorts } from '../engine-ports.ts';
import type { RunningCommand } from '../running-engine.ts';
import { profileName } from '../venues.ts';
import type { WorkerStorage } from '../worker-storage.ts';
import { createFollower } from './follower.ts';
import { createLeading } from './leading.ts';
import type { Leading } from './leading.ts';
import { joinElection } from './leadership.ts';
import type { Role, TabWishes } from './role.ts';
import { openTabChannel } from './tab-channel.ts';
import type { TabMessage } from './tab-channel.ts';

export interface Seat {
  send(command: RunningCommand): void;
  /** Makes way for another tab. Answers the commands that nobody has carried out. */
  leave(): readonly RunningCommand[];
}

const NO_CHANNEL = 'this browser has no BroadcastChannel';
const OTHER_BUILD = 'close or reload the other tabs of Tocsin';

export function takeSeat(parts: {
  readonly ports: EnginePorts;
  readonly options: StartOptions;
  readonly workerStorage: WorkerStorage;
  readonly wishes: TabWishes;
}): Seat {
  const { ports, options, workerStorage, wishes } = parts;
  const { clock, random, openChannel, build, tab, post } = ports;
  const name = profileName(options);
  let leading: Leading | undefined;
  let isOtherBuildTold = false;

  const hear = (message: TabMessage): void => {
    if (message.kind === 'beat') {
      leadership.heardLeader();
      liftOtherBuild();
    }
    role.hear(message);
  };
  const hearStranger = (): void => {
    leadership.heardLeader();
    if (isOtherBuildTold) return;
    isOtherBuildTold = true;
    post({ type: 'limitationFound', limitation: 'other-build', reason: OTHER_BUILD }, []);
  };
  const liftOtherBuild = (): void => {
    if (isOtherBuildTold) post({ type: 'limitationLifted', limitation: 'other-build' }, []);
    isOtherBuildTold = false;
  };
  const channel =
    openChannel &&
    openTabChannel({ open: openChannel, name, build, onMessage: hear, onStranger: hearStranger });

  const follow = (letters: readonly RunningCommand[]): Role => {
    if (!channel || !openChannel) return createPatient(letters);
    const ways = { clock, tab, name, build, channel, openChannel };
    return createFollower({ ...ways, wishes, letters, post });
  };

  const beat = (): void =>
    channel?.tell({ kind: 'beat', from: tab, isServing: leading?.isServing ?? false });

  const lead = (): void => {
    const letters = role.stop();
    const isSure = (): boolean => leadership.isSure();
    leading = createLeading({
      ports,
      options,
      workerStorage,
      wishes,
      isSure,
      channel,
      letters,
      onServing: beat,
    });
    role = leading;
    liftOtherBuild();
  };

  let role = follow([]);
  const leadership = joinElection({
    clock,
    random,
    // Tabs that cannot hear each other cannot serve each other either: each leads.
    locks: channel && ports.locks,
    name,
    onLead: lead,
    onDeposed() {
      role = follow(role.stop());
      leading = undefined;
    },
    beat,
    onSure: () => leading?.beSure(),
    onMissing(reason) {
      if (channel) leading?.limitations.found('locks')(reason);
      else leading?.limitations.found('broadcast')(NO_CHANNEL);
    },
  });

  return {
    send: (command) => role.send(command),
    leave() {
      leadership.resign();
      const letters = role.stop();
      channel?.close();
      return letters;
    },
  };
}

/** For a moment, until this tab leads for itself: keeps what is asked for. */
function createPatient(letters: readonly RunningCommand[]): Role {
  const kept = [...letters];
  return {
    hear: () => undefined,
    send: (command) => void kept.push(command),
    stop: () => kept,
  };
}
