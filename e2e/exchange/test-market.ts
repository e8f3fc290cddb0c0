import { createMarket } from './market.ts';

/** A Monday morning, within every interval. */
export const START = Date.UTC(2026, 0, 5, 10, 23, 7);

/** A market whose clock stands still, together with all that it pushes. */
export function setUp(startAt = START) {
  const market = createMarket({ machineNow: () => START, startAt });
  const events: { stream: string; event: Readonly<Record<string, unknown>> }[] = [];
  market.onEvent((stream, event) => {
    events.push({ stream, event: JSON.parse(JSON.stringify(event)) as Record<string, unknown> });
  });
  const last = (stream: string) => events.findLast((each) => each.stream === stream)?.event;
  const closes = (stream: string) =>
    events
      .filter((each) => each.stream === stream)
      .map(({ event }) => event['k'] as { t: number; c: string; x: boolean });
  return { market, events, last, closes };
}
