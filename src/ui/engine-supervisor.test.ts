import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, EngineEvent, Ping, Pong } from '../protocol/messages.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import type { FakeClock } from '../testing/fake-clock.ts';
import {
  createEngineSupervisor,
  HANG_MS,
  LOAD_MS,
  MOST_COMMANDS,
  STEADY_MS,
  TURN_MS,
} from './engine-supervisor.ts';
import type { EngineLoss, EngineSupervisor, EngineWorker } from './engine-supervisor.ts';
import { anEngineStart } from './testing/fixtures.ts';

const START: Command = {
  type: 'start',
  options: { feed: 'exchange', local: null, symbols: null, intervals: null },
  isVisible: true,
};
const dismiss = (id: string): Command => ({ type: 'dismissAlert', id });

interface FakeWorker extends EngineWorker {
  readonly sent: (Command | Ping)[];
  isTerminated: boolean;
  answers: boolean;
  post(message: EngineEvent | Pong): void;
  crash(message: string): void;
}

let clock: FakeClock;
let workers: FakeWorker[];
let losses: EngineLoss[];
let events: EngineEvent[];
let dropped: Command[];
let openFailure: string | null;
let supervisor: EngineSupervisor;

const worker = (): FakeWorker => {
  const newest = workers.at(-1);
  if (!newest) throw new Error('no worker was opened');
  return newest;
};
const commands = (of = worker()) => of.sent.filter(({ type }) => type !== 'ping');
const retries = () => losses.map(({ retryMs }) => retryMs / 1000);

function openWorker(): EngineWorker {
  if (openFailure) throw new Error(openFailure);
  expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  const opened: FakeWorker = {
    sent: [],
    isTerminated: false,
    answers: true,
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage(message) {
      opened.sent.push(message);
      // As a real one does it: not before the page's own turn is over.
      if (message.type === 'ping' && opened.answers)
        clock.setTimer(() => opened.post({ type: 'pong', id: message.id }), 1);
    },
    terminate() {
      opened.isTerminated = true;
    },
    post: (message) => opened.onmessage?.(new MessageEvent('message', { data: message })),
    crash: (message) => opened.onerror?.({ message } as ErrorEvent),
  };
  workers.push(opened);
  return opened;
}

/** The newest worker answers `start`. */
function getUp(): void {
  worker().post(anEngineStart());
}

beforeEach(() => {
  clock = createFakeClock();
  workers = [];
  losses = [];
  events = [];
  dropped = [];
  openFailure = null;
  supervisor = createEngineSupervisor({
    open: openWorker,
    clock,
    begin: () => [START],
    onEvent: (event) => events.push(event),
    onLoss: (loss) => losses.push(loss),
    onDropped: (command) => dropped.push(command),
  });
});

describe('an engine that is well', () => {
  it('is started, listened to, and left alone for a day', () => {
    getUp();
    clock.advance(24 * 3_600_000);
    expect(commands()).toEqual([START]);
    expect(events.map(({ type }) => type)).toEqual(['engineStarted']);
    expect([workers.length, losses.length]).toEqual([1, 0]);
  });

  it('may be silent to questions as long as it says anything', () => {
    getUp();
    worker().answers = false;
    for (let turn = 0; turn < 100; turn++) {
      clock.advance(HANG_MS - 1);
      worker().post({ type: 'rulesChanged', rules: [] });
    }
    expect(losses).toEqual([]);
  });
});

describe('an engine that dies', () => {
  it('is ended, and another one starts after a second', () => {
    getUp();
    const [first] = workers;
    first?.crash('out of memory');
    expect(first?.isTerminated).toBe(true);
    expect(losses).toEqual([
      { fault: 'crashed', reason: 'out of memory', failures: 1, retryMs: 1_000 },
    ]);
    clock.advance(999);
    expect(workers).toHaveLength(1);
    clock.advance(1);
    expect(workers).toHaveLength(2);
    expect(commands()).toEqual([START]);
  });

  it('is lost once, whatever else it still says', () => {
    getUp();
    const [first] = workers;
    first?.post({ type: 'engineFailed', message: 'candle out of order' });
    first?.crash('candle out of order');
    first?.post(anEngineStart());
    expect(losses.map(({ fault }) => fault)).toEqual(['failed']);
    expect(events).toHaveLength(1);
  });

  it('is replaced when what it posts cannot be read', () => {
    getUp();
    worker().onmessageerror?.(new MessageEvent('messageerror'));
    expect(losses).toMatchObject([{ fault: 'unreadable' }]);
  });

  it('is replaced when it does not load, or cannot be made', () => {
    worker().crash('');
    openFailure = 'SecurityError';
    clock.advance(1_000);
    expect(losses).toMatchObject([
      { fault: 'not-loaded', reason: '' },
      { fault: 'not-loaded', reason: 'Error: SecurityError' },
    ]);
    openFailure = null;
    clock.advance(2_000);
    expect(workers).toHaveLength(2);
  });
});

describe('an engine that hangs', () => {
  it('is replaced after its time of silence, and was asked until then', () => {
    getUp();
    clock.advance(TURN_MS + 1);
    worker().answers = false;
    const asked = worker().sent.length;
    clock.advance(HANG_MS - 2);
    expect(losses).toEqual([]);
    expect(worker().sent.length - asked).toBeGreaterThanOrEqual(2);
    clock.advance(TURN_MS + 2);
    expect(losses).toMatchObject([{ fault: 'hung', failures: 1 }]);
    expect(worker().isTerminated).toBe(true);
  });

  it('has longer to load', () => {
    worker().answers = false;
    clock.advance(LOAD_MS - 1);
    expect(losses).toEqual([]);
    clock.advance(TURN_MS);
    expect(losses).toMatchObject([{ fault: 'hung' }]);
  });
});

describe('a page that', () => {
  it('slept for ten hours is not a hang, again and again', () => {
    getUp();
    for (let night = 0; night < 20; night++) {
      clock.advance(TURN_MS - 1);
      clock.jump(10 * 3_600_000);
      // The page's timer comes first; the worker answers a while after.
      worker().answers = false;
      clock.advance(TURN_MS);
      worker().answers = true;
      clock.advance(TURN_MS + 2);
    }
    expect(losses).toEqual([]);
  });

  it('slept with a worker that hangs decides after time of its own', () => {
    getUp();
    worker().answers = false;
    clock.jump(10 * 3_600_000);
    clock.advance(TURN_MS);
    expect(losses).toEqual([]);
    clock.advance(2 * TURN_MS);
    expect(losses).toMatchObject([{ fault: 'hung' }]);
  });

  it('lives through a clock that is set back or forward is not confused', () => {
    getUp();
    for (const hours of [-1, 1, -24, 24]) {
      clock.jump(hours * 3_600_000);
      clock.advance(2 * TURN_MS);
    }
    expect(losses).toEqual([]);
    worker().answers = false;
    clock.jump(-3_600_000);
    clock.advance(HANG_MS + 2 * TURN_MS);
    expect(losses).toMatchObject([{ fault: 'hung' }]);
  });

  it('is throttled to a turn a minute asks twice before it decides', () => {
    getUp();
    const turn = () => {
      clock.jump(55_000);
      clock.advance(TURN_MS);
    };
    for (let minute = 0; minute < 60; minute++) turn();
    expect(losses).toEqual([]);
    clock.advance(1);
    worker().answers = false;
    turn();
    turn();
    expect(losses).toEqual([]);
    turn();
    expect(losses).toMatchObject([{ fault: 'hung' }]);
  });
});

describe('restarts', () => {
  it('back off up to a minute and never end', () => {
    for (let times = 0; times < 1_200; times++) {
      worker().crash('broken');
      clock.advance(losses.at(-1)?.retryMs ?? 0);
    }
    expect(workers).toHaveLength(1_201);
    expect(retries().slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(retries().at(-1)).toBe(60);
  });

  it('begin with a second again after a minute up, not after a minute of trying', () => {
    const crash = (afterMs: number) => {
      getUp();
      clock.advance(afterMs);
      worker().crash('broken');
      clock.advance(losses.at(-1)?.retryMs ?? 0);
    };
    crash(10);
    crash(STEADY_MS - 1);
    crash(STEADY_MS);
    expect(losses.map(({ failures }) => failures)).toEqual([1, 2, 1]);
    worker().answers = true;
    clock.advance(10 * STEADY_MS);
    worker().crash('never got up');
    expect(losses.at(-1)?.failures).toBe(2);
  });

  it('come at once when asked for, and do not touch an engine that runs', () => {
    worker().crash('broken');
    supervisor.startNow();
    expect(workers).toHaveLength(2);
    getUp();
    supervisor.startNow();
    clock.advance(3 * TURN_MS);
    expect(workers).toHaveLength(2);
  });

  it('end with the page', () => {
    worker().crash('broken');
    supervisor.stop();
    expect(clock.pendingTimers).toBe(0);
    expect(workers).toHaveLength(1);
  });
});

describe('commands', () => {
  it('wait while there is no engine, and follow the start in order', () => {
    worker().crash('broken');
    const rule = { id: 'a' };
    supervisor.send({ type: 'saveRule', rule });
    supervisor.send(dismiss('b'));
    rule.id = 'changed later';
    clock.advance(1_000);
    expect(commands()).toEqual([START, { type: 'saveRule', rule: { id: 'a' } }, dismiss('b')]);
  });

  it('that a start makes needless do not wait', () => {
    worker().crash('broken');
    supervisor.send({ type: 'setVisibility', isVisible: false });
    supervisor.send({ type: 'wake', reason: 'online' });
    supervisor.send({ type: 'selectSeries', symbol: 'BTCUSDT', interval: '1h' });
    clock.advance(1_000);
    expect(commands()).toEqual([START]);
  });

  it('that a hung engine did not get to are given to the next', () => {
    getUp();
    supervisor.send(dismiss('carried out'));
    clock.advance(TURN_MS + 1);
    worker().answers = false;
    supervisor.send(dismiss('lost'));
    clock.advance(HANG_MS + TURN_MS + 1_000);
    expect(workers).toHaveLength(2);
    expect(commands()).toEqual([START, dismiss('lost')]);
  });

  it('that an engine received while it started are not done yet', () => {
    supervisor.send(dismiss('early'));
    clock.advance(2 * TURN_MS);
    worker().crash('storage broke');
    clock.advance(1_000);
    expect(commands()).toEqual([START, dismiss('early')]);
  });

  it('that end two engines are not tried on a third', () => {
    supervisor.send(dismiss('poison'));
    for (let times = 0; times < 2; times++) {
      expect(commands()).toEqual([START, dismiss('poison')]);
      getUp();
      worker().crash('poisoned');
      clock.advance(2_000);
    }
    expect(commands()).toEqual([START]);
  });

  it('are bounded, and it is told what was given up', () => {
    worker().crash('broken');
    for (let n = 0; n < MOST_COMMANDS + 2; n++) supervisor.send(dismiss(String(n)));
    expect(dropped).toEqual([dismiss('0'), dismiss('1')]);
    clock.advance(1_000);
    expect(commands()).toHaveLength(1 + MOST_COMMANDS);
  });
});
