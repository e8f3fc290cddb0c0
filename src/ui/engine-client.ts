/**
 * The one place where the page touches the engine's worker.
 *
 * Guarantees: events are applied in the order in which they were posted; commands sent before the
 * worker exists wait for it; a worker that dies or cannot be read is told on the page.
 */
import { effect } from '@preact/signals';
import type { Command, EngineEvent, StartOptions } from '../protocol/messages.ts';
import { apply, failEngine } from './state/apply.ts';
import { connectionState } from './state/connection.ts';
import { engineStarts } from './state/engine.ts';
import { selection } from './state/selection.ts';
import { text } from './text/text.ts';

/** What is needed of a worker. */
export interface EnginePort {
  onmessage: ((event: MessageEvent<EngineEvent>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(command: Command): void;
}

let port: EnginePort | null = null;
const waiting: Command[] = [];

/** Asks the engine for something; it answers with events. */
export function send(command: Command): void {
  if (port) port.postMessage(command);
  else waiting.push(command);
}

/** Loads the engine's worker. */
export function openEngine(): EnginePort {
  return new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
}

/** Starts the engine, applies what it posts, and keeps it told of what the page lives through. */
export function startEngine(engine: EnginePort, options: StartOptions): () => void {
  port = engine;
  engine.onmessage = (event) => apply(event.data);
  engine.onmessageerror = () => failEngine(text().engine.unreadable);
  engine.onerror = (event) => failEngine(event.message || text().engine.notLoaded);
  send({ type: 'start', options, isVisible: isVisible() });
  for (const command of waiting.splice(0)) send(command);
  const stopSelecting = effect(() => {
    if (engineStarts.value > 0 && selection.value)
      send({ type: 'selectSeries', ...selection.value });
  });
  const stopListening = reportPageLife();
  return () => {
    stopSelecting();
    stopListening();
    port = null;
  };
}

/**
 * A page with an open socket is not kept for going back to, so the connection is given up on
 * leaving and taken up again on return, unless it was off before.
 */
function reportPageLife(): () => void {
  let wasConnected = false;
  const leaving = new AbortController();
  const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { signal: leaving.signal });
  on(document, 'visibilitychange', () => send({ type: 'setVisibility', isVisible: isVisible() }));
  on(document, 'resume', () => send({ type: 'wake', reason: 'resume' }));
  on(window, 'online', () => send({ type: 'wake', reason: 'online' }));
  on(window, 'pagehide', () => {
    wasConnected = connectionState.value !== 'DISCONNECTED';
    send({ type: 'disconnect' });
  });
  on(window, 'pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    if (wasConnected) send({ type: 'connect' });
    send({ type: 'wake', reason: 'pageshow' });
  });
  return () => leaving.abort();
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
