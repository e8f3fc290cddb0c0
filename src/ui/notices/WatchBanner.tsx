import type { ConnectionReport, Outage } from '../../protocol/health.ts';
import { send } from '../engine-client.ts';
import { connection } from '../state/connection.ts';
import { engineState, isDemo } from '../state/engine.ts';
import { activeTab } from '../state/layout.ts';
import { text } from '../text/text.ts';
import { useLasting } from './use-lasting.ts';

/** A connection that has only just been made is not off for that moment. */
const PATIENCE_MS = 1_500;

/** One line at the top while nothing is being watched: why, what that means, and what to do. */
export function WatchBanner() {
  const link = connection.value;
  const isOff = useLasting(link?.state === 'DISCONNECTED', PATIENCE_MS);
  if (!link || engineState.value === 'failed') return null;
  if (isOff) return <SwitchedOff />;
  if (isDemo.value) return null;
  if (link.outage !== null) return <OutOfReach outage={link.outage} />;
  return link.state === 'ERROR' ? <Unreachable link={link} /> : null;
}

function OutOfReach({ outage }: { outage: Outage }) {
  const words = text();
  return (
    <div class="notice" data-kind="error" role="alert">
      <p>
        <strong>{words.connection.outages[outage]}</strong> {words.notices.outageMeanings[outage]}
      </p>
      <NextStep outage={outage} />
    </div>
  );
}

function NextStep({ outage }: { outage: Outage }) {
  switch (outage) {
    case 'offline':
      return <TryAgain />;
    case 'exchange-down':
      return (
        <>
          <TryAgain />
          <WhatToDo />
        </>
      );
    case 'blocked':
      return (
        <>
          <OpenDemo />
          <WhatToDo />
        </>
      );
    case 'sockets-blocked':
      return <WhatToDo />;
    case 'rate-limited':
      return null;
    default:
      return outage satisfies never;
  }
}

function Unreachable({ link }: { link: ConnectionReport }) {
  return (
    <div class="notice" data-kind="error" role="alert">
      <p>
        <strong>{text().connection.meanings.ERROR}</strong> {text().reason(link.lastClose)}
      </p>
      <TryAgain />
      <WhatToDo />
    </div>
  );
}

/** The user's own wish, so nothing is wrong; but nothing is watched either. */
function SwitchedOff() {
  const words = text();
  return (
    <div class="notice" data-kind="warning" role="status">
      <p>{words.notices.switchedOff}</p>
      <button type="button" class="button" onClick={() => send({ type: 'connect' })}>
        {words.settings.connect}
      </button>
    </div>
  );
}

function TryAgain() {
  return (
    <button type="button" class="button" onClick={() => send({ type: 'reconnect' })}>
      {text().health.retryNow}
    </button>
  );
}

function OpenDemo() {
  return (
    <a class="button" href="?feed=demo">
      {text().health.demoLink}
    </a>
  );
}

/** The Health panel says more. */
function WhatToDo() {
  const showHealth = () => {
    activeTab.value = 'health';
    // On the next frame the tab's panel is there to be scrolled to.
    requestAnimationFrame(() => document.querySelector('.outage')?.scrollIntoView());
  };
  return (
    <button type="button" class="button quiet" onClick={showHealth}>
      {text().health.whatToDo}
    </button>
  );
}
