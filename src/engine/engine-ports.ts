import type { Clock, Random } from '../binance/ports.ts';
import type { EngineEvent } from '../protocol/messages.ts';
import type { Network } from './market/market-session.ts';
import type { Database } from './store/database.ts';
import type { LockPort } from './tabs/leadership.ts';
import type { OpenChannel } from './tabs/tab-channel.ts';

/** Everything that the engine needs from the browser; tests pass their own. */
export interface EnginePorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly network: Network;
  /** The generated market in place of the network. */
  readonly createDemoNetwork: () => Network;
  readonly openDatabase: (name: string, onLost: (reason: string) => void) => Promise<Database>;
  /** Undefined where the browser has none. */
  readonly locks: LockPort | undefined;
  readonly openChannel: OpenChannel | undefined;
  /** Names this very code: tabs that run another believe each other nothing. */
  readonly build: string;
  /** This tab's own name; no two are alike. */
  readonly tab: string;
  /** Local midnight before `time`. */
  readonly startOfDay: (time: number) => number;
  readonly post: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
}
