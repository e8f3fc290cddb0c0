import type { RunningCommand } from '../running-engine.ts';
import type { TabMessage } from './tab-channel.ts';

/** What a tab does for its page: it leads, or it follows the tab that leads. */
export interface Role {
  hear(message: TabMessage): void;
  send(command: RunningCommand): void;
  /** Ends it. Answers the commands that nobody has carried out. */
  stop(): readonly RunningCommand[];
}

/** What this tab's page wants for as long as it lives, whoever leads. */
export interface TabWishes {
  isVisible: boolean;
  isConnectionWanted: boolean;
}
