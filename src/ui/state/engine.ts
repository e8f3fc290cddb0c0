import { signal } from '@preact/signals';

/** `failed`: the worker is gone or broke an invariant, so nothing is being watched. */
export type EngineState = 'starting' | 'running' | 'failed';

export const engineState = signal<EngineState>('starting');

/** How often the engine has answered `start`: it forgets the page's wishes when it restarts. */
export const engineStarts = signal(0);

/** What went wrong when the state is `failed`; empty otherwise. */
export const engineFailure = signal('');

/** How often in a row the engine had been lost when it was lost last; 0 if it never was. */
export const engineFailures = signal(0);

/** The market is generated in the browser: every screen must say so. */
export const isDemo = signal(false);

/** The exchange's name as the engine gives it; empty until it has answered. */
export const venue = signal('');

/** What the browser lacks or denies, with the reason, by part. */
export const limitations = signal<Readonly<Record<string, string>>>({});
