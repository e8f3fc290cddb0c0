import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../format/price.ts';
import { partText } from '../text/text.ts';
import { formatLatency } from './latency.ts';
import { followPulse, pulsePath, samples, spanOf, summarize } from './pulse.ts';
import type { Sample } from './pulse.ts';
import { useIsSeen } from './use-is-seen.ts';

/** Latency and frames a second as small lines, drawn once a second while they are seen. */
export function Pulse() {
  const words = partText().health;
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useIsSeen(place);
  useEffect(() => followPulse(), []);
  const drawn = useRef<readonly Sample[]>([]);
  // While it is not seen it follows no samples, and stays as it was.
  const shown = useComputed(() => {
    if (isSeen.value) drawn.current = samples.value;
    return drawn.current;
  }).value;
  return (
    <div class="facts pulse" ref={place}>
      <h3>{words.pulse.last(minutesOf(shown))}</h3>
      <Line
        name={words.latency}
        samples={shown}
        read={({ latencyMs }) => latencyMs}
        format={formatLatency}
      />
      <Line
        name={words.frames}
        samples={shown}
        read={({ framesPerSecond }) => framesPerSecond}
        format={(value) => formatNumber(value, 0)}
      />
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly samples: readonly Sample[];
  readonly read: (sample: Sample) => number;
  readonly format: (value: number) => string;
}

const SIZE = { width: 300, height: 40 };

function Line({ name, samples: all, read, format }: LineProps) {
  const words = partText().health.pulse;
  const points = all.map((sample) => ({ time: sample.time, value: read(sample) }));
  const found = summarize(points.map(({ value }) => value));
  if (!found || all.length < 2) {
    return (
      <figure class="pulse-line">
        <figcaption>{name}</figcaption>
        <p class="hint">{words.waiting}</p>
      </figure>
    );
  }
  const { last, min, median, max } = found;
  const summary = words.summary(format(min), format(median), format(max));
  const spanMs = spanOf(all);
  const scale = { until: all.at(-1)?.time ?? 0, spanMs, low: Math.min(0, min), high: max };
  return (
    <figure class="pulse-line">
      <figcaption>
        {name} <strong>{format(last)}</strong>
      </figcaption>
      <svg
        viewBox={`0 -2 ${SIZE.width} ${SIZE.height + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.spoken(name, minutesOf(all), summary)}
      >
        <path d={pulsePath(points, SIZE, scale)} vector-effect="non-scaling-stroke" />
      </svg>
      <p class="pulse-summary" aria-hidden="true">
        {summary}
      </p>
    </figure>
  );
}

function minutesOf(all: readonly Sample[]): number {
  return spanOf(all) / 60_000;
}
