import { describe, expect, it } from 'vitest';
import { createStreamPace } from './stream-pace.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function setUp(streams: readonly string[]) {
  let time = 1_700_000_000_000;
  const pace = createStreamPace(() => time);
  pace.live(streams, time);
  /** Lets time pass in turns of 5 s, in which a stream is heard every `everyMs`. */
  const flow = (ms: number, stream?: string, everyMs = 5 * SECOND): void => {
    for (let passed = 5 * SECOND; passed <= ms; passed += 5 * SECOND) {
      pace.pass(5 * SECOND);
      time += 5 * SECOND;
      if (stream !== undefined && passed % everyMs === 0) pace.hear(stream, time);
    }
  };
  const silent = (): string[] => pace.silences().map(({ stream }) => stream);
  return { pace, flow, silent, now: () => time };
}

describe('a stream', () => {
  it('that nothing is known of is given 3 minutes', () => {
    const { flow, silent } = setUp(['a']);
    flow(3 * MINUTE - 5 * SECOND);
    expect(silent()).toEqual([]);
    flow(5 * SECOND);
    expect(silent()).toEqual(['a']);
  });

  it('that is busy is missed after 45 s', () => {
    const { flow, silent } = setUp(['a']);
    flow(60 * MINUTE, 'a');
    flow(40 * SECOND);
    expect(silent()).toEqual([]);
    flow(5 * SECOND);
    expect(silent()).toEqual(['a']);
  });

  it('that is quiet is missed after three of its own pauses', () => {
    const { flow, silent } = setUp(['a']);
    flow(120 * MINUTE, 'a', 10 * MINUTE);
    flow(29 * MINUTE);
    expect(silent()).toEqual([]);
    flow(2 * MINUTE);
    expect(silent()).toEqual(['a']);
  });

  it('says since when, on both clocks, and how unusual that is', () => {
    const { pace, flow, now } = setUp(['a']);
    flow(60 * MINUTE, 'a');
    const heardAt = now();
    flow(60 * SECOND);
    expect(pace.silences()).toMatchObject([
      { stream: 'a', since: heardAt, exchangeTime: heardAt, silentMs: 60 * SECOND },
    ]);
    expect(pace.silences()[0]?.excess).toBeGreaterThan(5);
  });

  it('that is not delivered, or not followed any more, is not missed', () => {
    const { pace, flow, silent } = setUp(['a', 'b']);
    pace.lost(['a']);
    flow(60 * MINUTE);
    expect(silent()).toEqual(['b']);
    pace.keep(new Set(['a']));
    expect(silent()).toEqual([]);
    expect(pace.hasLive).toBe(false);
  });

  it('that is delivered again is given its time anew, and remembers its pace', () => {
    const { pace, flow, silent, now } = setUp(['a']);
    flow(60 * MINUTE, 'a');
    flow(10 * MINUTE);
    pace.lost(['a']);
    pace.live(['a'], now());
    flow(40 * SECOND);
    expect(silent()).toEqual([]);
    flow(5 * SECOND);
    expect(silent()).toEqual(['a']);
  });

  it('is known by when it was heard last; frames of others are heard, but not kept', () => {
    const { pace, flow, now } = setUp(['a']);
    expect(pace.heardTurn('a')).toBe(-1);
    flow(10 * SECOND, 'a');
    expect(pace.heardTurn('a')).toBe(10 * SECOND);
    flow(10 * SECOND);
    expect(pace.overallSilenceMs).toBe(10 * SECOND);
    pace.hear('other', now());
    expect(pace.overallSilenceMs).toBe(0);
    expect(pace.heardTurn('other')).toBe(-1);
  });
});
