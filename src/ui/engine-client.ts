/**
 * The one place where the page touches the engine's worker.
 *
 * Guarantees: events are applied in the order in which they were posted; commands sent before the
 * worker exists, or while there is none, wait for it; a worker that dies, hangs or cannot be read is
 * replaced (`engine-supervisor.ts`), told on the page and logged; the next one starts as the first
 * did, with what this page is now: seen or hidden, with the same series on the chart, and
 * disconnected if that was asked for. Toasts that had left the screen do not come back with it.
 */
import { batch, effect } from '@preact/signals';
import type { Command, EngineEvent, StartOptions } from '../protocol/messages.ts';
import { askAgain } from './ask.ts';
import { createEngineSupervisor, MOST_COMMANDS } from './engine-supervisor.ts';
import type { EngineLoss, EngineSupervisor, EngineWorker } from './engine-supervisor.ts';
import { steadyClock } from './page-clock.ts';
import type { PageClock } from './page-clock.ts';
import { ENGINE_URL } from './engine-url.ts';
import { alerts, removeToasts, toasts } from './state/alerts.ts';
import { apply, failEngine } from './state/apply.ts';
import { engineFailures, engineStarts } from './state/engine.ts';
import { logError } from './state/error-log.ts';
import { closeNotice, notify } from './state/notices.ts';
import { selection } from './state/selection.ts';
import { isSeen } from './state/sight.ts';
import { text } from './text/text.ts';

/** So many losses in a row are no mishap any more: the page says plainly that nothing is watched. */
export const MANY_FAILURES = 3;
const NOTICE = 'engine-restart';

let supervisor: EngineSupervisor | null = null;
let isConnectionWanted = true;
const early: Command[] = [];

/** Asks the engine for something; it answers with events. */
export function send(command: Command): void {
  if (command.type === 'disconnect') isConnectionWanted = false;
  if (command.type === 'connect' || command.type === 'reconnect') isConnectionWanted = true;
  if (supervisor) supervisor.send(command);
  else if (early.length < MOST_COMMANDS) early.push(command);
  else noteDropped(command);
}

/** Does not wait for the engine's next turn to be started. */
export function startEngineNow(): void {
  supervisor?.startNow();
}

/** Loads the engine's worker. */
export function openEngine(): EngineWorker {
  return new Worker(ENGINE_URL, { type: 'module' });
}

/** Starts the engine, applies what it posts, and keeps it told of what the page lives through. */
export function startEngine(
  open: () => EngineWorker,
  options: StartOptions,
  clock: PageClock = steadyClock,
): () => void {
  isConnectionWanted = true;
  engineFailures.value = 0;
  supervisor = createEngineSupervisor({
    open,
    clock,
    begin: () => beginning(options),
    onEvent: applyEvent,
    onLoss: tellLoss,
    onDropped: noteDropped,
  });
  for (const command of early.splice(0)) send(command);
  const stopSelecting = effect(() => {
    if (engineStarts.value > 0 && selection.value)
      send({ type: 'selectSeries', ...selection.value });
  });
  const stopListening = reportPageLife();
  return () => {
    stopSelecting();
    stopListening();
    supervisor?.stop();
    supervisor = null;
  };
}

function beginning(options: StartOptions): readonly Command[] {
  const start: Command = { type: 'start', options, isVisible: isSeen.peek() };
  return isConnectionWanted ? [start] : [start, { type: 'disconnect' }];
}

function applyEvent(event: EngineEvent): void {
  if (event.type !== 'engineStarted') return apply(event);
  const shown = new Set(toasts.peek().map(({ id }) => id));
  const gone = alerts.peek().filter(({ id }) => !shown.has(id));
  batch(() => {
    apply(event);
    removeToasts(gone.map(({ id }) => id));
  });
  if (engineStarts.peek() > 1) askAgain(send);
  tellRestart();
}

let lastLoss: { readonly what: string; readonly reason: string } | null = null;

function tellLoss({ fault, reason, failures }: EngineLoss): void {
  const kind = `engine-${fault}` as const;
  const what = text().supervision.what[kind];
  lastLoss = { what, reason };
  logError({ time: Date.now(), what: kind, reason });
  batch(() => {
    failEngine(text().supervision.withReason(what, reason));
    engineFailures.value = failures;
    if (failures >= MANY_FAILURES) closeNotice(NOTICE);
    else notify('error', text().supervision.restarting(what, reason), { id: NOTICE });
  });
}

function tellRestart(): void {
  if (!lastLoss) return;
  const { what, reason } = lastLoss;
  lastLoss = null;
  notify('warning', text().supervision.restarted(what, reason), { id: NOTICE });
}

function noteDropped({ type }: Command): void {
  logError({ time: Date.now(), what: 'commands-lost', reason: type });
  notify('error', text().supervision.what['commands-lost'], { id: 'commands-lost' });
}

/**
 * A page with an open socket is not kept for going back to, so it makes way on leaving, and takes its
 * place again on return.
 */
function reportPageLife(): () => void {
  const leaving = new AbortController();
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { signal: leaving.signal });
  on(document, 'resume', () => send({ type: 'wake', reason: 'resume' }));
  on(window, 'online', () => send({ type: 'wake', reason: 'online' }));
  on(window, 'offline', () => send({ type: 'wake', reason: 'offline' }));
  on(window, 'pagehide', () => send({ type: 'leave' }));
  on(window, 'pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    send({ type: 'return' });
    send({ type: 'wake', reason: 'pageshow' });
  });
  // How it is now has gone with the start.
  let isVisible = isSeen.peek();
  const stopFollowing = isSeen.subscribe((isIt) => {
    if (isIt === isVisible) return;
    isVisible = isIt;
    send({ type: 'setVisibility', isVisible });
  });
  return () => {
    leaving.abort();
    stopFollowing();
  };
}
