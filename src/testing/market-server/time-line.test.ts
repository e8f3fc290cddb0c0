import { describe, expect, it } from 'vitest';
import { createTimeLine } from './time-line.ts';

const START = 1_700_000_000_000;

function rejectErrors(error: unknown): void {
  throw error;
}

describe('a time line', () => {
  it('lets things happen in the order of their time, then of asking', async () => {
    const line = createTimeLine(START);
    const { clock } = line.openProcess(rejectErrors);
    const seen: string[] = [];
    clock.setTimer(() => seen.push('c'), 20);
    clock.setTimer(() => seen.push('a'), 10);
    clock.setTimer(() => seen.push('b'), 10);
    await line.run(20);
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(line.now).toBe(START + 20);
  });

  it('lets every promise settle between two things', async () => {
    const line = createTimeLine(START);
    const { clock } = line.openProcess(rejectErrors);
    const seen: string[] = [];
    const settleSlowly = async (): Promise<void> => {
      for (let turn = 0; turn < 100; turn++) await Promise.resolve();
      seen.push('settled');
    };
    clock.setTimer(() => void settleSlowly(), 10);
    clock.setTimer(() => seen.push('next'), 10);
    await line.run(10);
    expect(seen).toEqual(['settled', 'next']);
  });

  it('forgets a timer that is cancelled', async () => {
    const line = createTimeLine(START);
    const process = line.openProcess(rejectErrors);
    const timer = process.clock.setTimer(() => expect.unreachable(), 10);
    expect(process.pendingTimers).toBe(1);
    timer.cancel();
    expect(process.pendingTimers).toBe(0);
    await line.run(20);
  });

  it('tells a process of what it threw, and goes on', async () => {
    const line = createTimeLine(START);
    const errors: unknown[] = [];
    const { clock } = line.openProcess((error) => errors.push(error));
    clock.setTimer(() => {
      throw new Error('broken');
    }, 10);
    await line.run(20);
    expect(errors.map(String)).toEqual(['Error: broken']);
  });

  it('shows processes a wrong clock without moving their timers', async () => {
    const line = createTimeLine(START);
    const { clock } = line.openProcess(rejectErrors);
    const seen: number[] = [];
    clock.setTimer(() => seen.push(clock.now()), 10);
    line.setClock(-3_600_000);
    await line.run(10);
    expect(seen).toEqual([START + 10 - 3_600_000]);
  });
});

describe('a frozen process', () => {
  it('does nothing until it is thawed; then what was due comes late, in order', async () => {
    const line = createTimeLine(START);
    const process = line.openProcess(rejectErrors);
    const seen: (readonly [string, number])[] = [];
    const note = (what: string) => () => void seen.push([what, line.now - START]);
    process.clock.setTimer(note('timer'), 10);
    process.receive(30, note('message'));
    process.clock.setTimer(note('later'), 200);
    process.freeze();
    await line.run(100);
    expect(seen).toEqual([]);
    process.thaw('late');
    await line.run(200);
    expect(seen).toEqual([
      ['timer', 100],
      ['message', 100],
      ['later', 200],
    ]);
  });

  it('whose timers slept too waits for the rest of them', async () => {
    const line = createTimeLine(START);
    const process = line.openProcess(rejectErrors);
    const seen: (readonly [string, number])[] = [];
    const note = (what: string) => () => void seen.push([what, line.now - START]);
    process.clock.setTimer(note('timer'), 10);
    process.clock.setTimer(note('later'), 200);
    process.receive(30, note('message'));
    process.freeze();
    await line.run(100);
    process.thaw('paused');
    await line.run(300);
    expect(seen).toEqual([
      ['message', 100],
      ['timer', 110],
      ['later', 300],
    ]);
  });

  it('frozen twice stays so until it is thawed twice', async () => {
    const line = createTimeLine(START);
    const process = line.openProcess(rejectErrors);
    let turns = 0;
    process.clock.setTimer(() => turns++, 10);
    process.freeze();
    process.freeze();
    process.thaw('late');
    await line.run(20);
    expect(turns).toBe(0);
    process.thaw('late');
    await line.run(1);
    expect(turns).toBe(1);
  });
});

describe('a process that was killed', () => {
  it('never takes a turn again, and cannot ask for one', async () => {
    const line = createTimeLine(START);
    const process = line.openProcess(rejectErrors);
    process.clock.setTimer(() => expect.unreachable(), 10);
    process.receive(10, () => expect.unreachable());
    let isTold = false;
    process.onKilled(() => (isTold = true));
    process.kill();
    process.clock.setTimer(() => expect.unreachable(), 10);
    await line.run(20);
    expect(isTold).toBe(true);
    expect(process.pendingTimers).toBe(0);
  });
});
