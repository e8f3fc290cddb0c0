import type { ComponentChildren } from 'preact';
import type { ConnectionReport, HealthReport } from '../../protocol/health.ts';
import { formatBytes } from '../format/compact.ts';
import { formatNumber } from '../format/price.ts';
import { formatAge, formatDuration } from '../format/time.ts';
import { Panel } from '../shell/Panel.tsx';
import { ScrollArea } from '../shell/ScrollArea.tsx';
import { now } from '../state/clock.ts';
import { connection } from '../state/connection.ts';
import { limitations } from '../state/engine.ts';
import { health } from '../state/health.ts';
import { text } from '../text/text.ts';
import { ErrorLog } from './ErrorLog.tsx';
import { Outage } from './Outage.tsx';
import './health.css';

/** How well the watch is kept, in numbers. */
export function Health() {
  const words = text().health;
  const link = connection.value;
  const report = health.value;
  return (
    <Panel title={words.title} tab="health" class="health">
      <ScrollArea label={words.title}>
        {link ? <Outage link={link} /> : null}
        {link ? <LinkFacts link={link} /> : <p class="empty">{words.waiting}</p>}
        {report ? <DataFacts report={report} /> : null}
        <Limitations />
        <ErrorLog />
      </ScrollArea>
    </Panel>
  );
}

function LinkFacts({ link }: { link: ConnectionReport }) {
  const words = text().health;
  const time = now.value;
  const none = text().number.unknown;
  const age = (moment: number | null) => (moment === null ? none : formatAge(moment, time));
  return (
    <>
      <Facts title={words.groups.connection}>
        <Fact label={words.state} value={link.state} />
        <Fact label={words.venue} value={link.venue} />
        <Fact label={words.endpoint} value={link.endpoint || none} />
        <Fact
          label={words.since}
          value={link.connectedSince === null ? none : formatDuration(time - link.connectedSince)}
        />
        <Fact
          label={words.attempts}
          value={link.attempts}
          isBad={link.attempts > 0 && link.state !== 'CONNECTED'}
        />
        {link.nextRetryAt === null ? null : (
          <Fact
            label={words.nextRetry}
            value={text().time.in(formatDuration(link.nextRetryAt - time))}
          />
        )}
        <Fact label={words.reconnects} value={link.reconnects} />
        {link.lastClose ? <Fact label={words.lastClose} value={link.lastClose} /> : null}
      </Facts>
      <Facts title={words.groups.traffic}>
        <Fact label={words.streams} value={`${link.streamsAcknowledged} / ${link.streams}`} />
        {link.streamsFailed > 0 ? (
          <Fact label={words.streamsFailed} value={link.streamsFailed} isBad />
        ) : null}
        <Fact
          label={words.latency}
          value={link.latencyMs === null ? none : latency(link.latencyMs)}
        />
        <Fact label={words.frames} value={formatNumber(link.framesPerSecond, 0)} />
        <Fact label={words.bytes} value={formatBytes(link.bytesPerSecond)} />
        <Fact label={words.framesTotal} value={formatNumber(link.framesTotal, 0)} />
        <Fact label={words.lastFrame} value={age(link.lastFrameAt)} />
        <Fact label={words.queue} value={link.queueDepth} />
        <Fact label={words.dropped} value={link.dropped} isBad={link.dropped > 0} />
      </Facts>
    </>
  );
}

/** No network is that slow: the difference is between the two clocks. */
const LONGEST_LATENCY_MS = 60_000;

function latency(ms: number): string {
  if (Math.abs(ms) < LONGEST_LATENCY_MS) return `${formatNumber(ms, 0)} ms`;
  return text().health.clocksDiffer(formatDuration(Math.abs(ms)));
}

function DataFacts({ report }: { report: HealthReport }) {
  const words = text().health;
  const { rest, rejectedFrames } = report;
  const rejected = Object.entries(rejectedFrames).filter(([, count]) => count > 0);
  const time = now.value;
  return (
    <>
      <Facts title={words.groups.data}>
        <Fact label={words.gaps} value={words.gapsOf(report.gapsFilled, report.gapsFound)} />
        <Fact label={words.duplicates} value={report.duplicateEvents} />
        <Fact label={words.late} value={report.lateEvents} />
        <Fact
          label={words.rejected}
          value={
            rejected.length === 0
              ? words.none
              : rejected.map(([kind, count]) => `${kind}: ${count}`).join(', ')
          }
          isBad={rejected.length > 0}
        />
      </Facts>
      <Facts title={words.groups.rest}>
        <Fact
          label={words.weight}
          value={words.weightOf(
            formatNumber(rest.usedWeight, 0),
            formatNumber(rest.weightCeiling, 0),
          )}
        />
        <Fact label={words.restQueue} value={rest.queued} />
        {rest.pausedUntil !== null && rest.pausedUntil > time ? (
          <Fact label={words.restPaused} value={formatDuration(rest.pausedUntil - time)} isBad />
        ) : null}
        {rest.lastError ? <Fact label={words.restError} value={rest.lastError} isBad /> : null}
        <Fact
          label={words.storage}
          value={report.isStored ? words.yes : words.no}
          isBad={!report.isStored}
        />
        <Fact label={words.delivering} value={report.isDelivering ? words.yes : words.no} />
        {report.observerFaults > 0 ? (
          <Fact label={words.observerFaults} value={report.observerFaults} isBad />
        ) : null}
      </Facts>
    </>
  );
}

function Limitations() {
  const words = text();
  const found = Object.entries(limitations.value);
  if (found.length === 0) return null;
  return (
    <div class="facts">
      <h3>{words.health.limitations}</h3>
      <ul class="health-limitations">
        {found.map(([part, reason]) => (
          <li key={part}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="facts">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string | number;
  readonly isBad?: boolean;
}

function Fact({ label, value, isBad = false }: FactProps) {
  return (
    <div class="fact" data-bad={isBad}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
