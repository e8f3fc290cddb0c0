import type { ConnectionReport } from '../../protocol/health.ts';
import { formatBytes } from '../format/compact.ts';
import { formatNumber } from '../format/price.ts';
import { formatAge, formatDuration } from '../format/time.ts';
import { now } from '../state/clock.ts';
import { partText, text } from '../text/text.ts';
import { Fact, Facts } from './Facts.tsx';
import { formatLatency } from './latency.ts';

/** The link to the exchange, and what comes over it. */
export function ConnectionFacts({ link }: { link: ConnectionReport }) {
  return (
    <>
      <LinkFacts link={link} />
      <TrafficFacts link={link} />
    </>
  );
}

function LinkFacts({ link }: { link: ConnectionReport }) {
  const words = partText().health;
  const none = text().number.unknown;
  const time = now.value;
  return (
    <Facts title={words.groups.connection}>
      <Fact label={words.state} value={text().connection.states[link.state]} />
      <Fact label={words.venue} value={text().app.venue(link.venue)} />
      <Fact label={words.endpoint} value={link.endpoint || none} />
      {link.connections > 1 ? <Fact label={words.connections} value={link.connections} /> : null}
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
      {link.lastClose ? (
        <Fact label={words.lastClose} value={text().reason(link.lastClose)} />
      ) : null}
    </Facts>
  );
}

function TrafficFacts({ link }: { link: ConnectionReport }) {
  const words = partText().health;
  const none = text().number.unknown;
  return (
    <Facts title={words.groups.traffic}>
      <Fact label={words.streams} value={`${link.streamsAcknowledged} / ${link.streams}`} />
      {link.streamsFailed > 0 ? (
        <Fact label={words.streamsFailed} value={link.streamsFailed} isBad />
      ) : null}
      <Fact
        label={words.latency}
        value={link.latencyMs === null ? none : formatLatency(link.latencyMs)}
      />
      <Fact label={words.frames} value={formatNumber(link.framesPerSecond, 0)} />
      <Fact label={words.bytes} value={formatBytes(link.bytesPerSecond)} />
      <Fact label={words.framesTotal} value={formatNumber(link.framesTotal, 0)} />
      <Fact
        label={words.lastFrame}
        value={link.lastFrameAt === null ? none : formatAge(link.lastFrameAt, now.value)}
      />
      <Fact label={words.queue} value={link.queueDepth} />
      <Fact label={words.dropped} value={link.dropped} isBad={link.dropped > 0} />
    </Facts>
  );
}
