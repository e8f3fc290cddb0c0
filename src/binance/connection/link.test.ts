import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createFakeSockets } from '../../testing/fake-socket.ts';
import type { FakeServer } from '../../testing/fake-socket.ts';
import { createLink } from './link.ts';

function setUp(server: FakeServer = {}, dataSilenceMs = 30_000) {
  const clock = createFakeClock();
  const sockets = createFakeSockets(server);
  const told: string[] = [];
  const start = clock.now();
  const link = createLink({
    openSocket: sockets.openSocket,
    clock,
    url: 'wss://exchange/stream',
    heartbeatIntervalMs: 30_000,
    dataSilenceMs,
    handlers: {
      onOpen: () => told.push('open'),
      onData: (stream, text, receivedAt) =>
        told.push(`data ${stream} ${text.length} +${receivedAt - start}`),
      onReply: ({ id }) => told.push(`reply ${id}`),
      onShutdown: () => told.push('shutdown'),
      onUnreadable: () => told.push('unreadable'),
      onQuiet: () => told.push('quiet'),
      onStalled: () => told.push('stalled'),
      onEnd: ({ kind, code, at }) => told.push(`${kind} ${code} +${at - start}`),
    },
  });
  link.start();
  return { clock, sockets, link, told };
}

const TRADE = '{"stream":"a@trade","data":{}}';

describe('a link', () => {
  test('tells of opening, data, replies, shutdown and rubbish', () => {
    const { clock, sockets, told } = setUp();
    sockets.last.open();
    clock.advance(5);
    sockets.last.receive(TRADE);
    sockets.last.receive('{"result":null,"id":4}');
    sockets.last.receive('{"e":"serverShutdown","E":1}');
    sockets.last.receive('{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1}}');
    sockets.last.receive('{"data":{},"stream":"b@trade"}');
    sockets.last.receive('{"stream":"a@tra');
    expect(told).toEqual([
      'open',
      'data a@trade 30 +5',
      'reply 4',
      'shutdown',
      'shutdown',
      'data b@trade 30 +5',
      'unreadable',
    ]);
  });

  test('that is refused ends with the close code', () => {
    const { sockets, told } = setUp();
    sockets.last.drop(1006);
    expect(told).toEqual(['refused 1006 +0']);
  });

  test('whose handshake hangs ends after 10 s and closes the socket', () => {
    const { clock, sockets, told } = setUp();
    clock.advance(9999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toEqual(['hanging null +10000']);
    expect(sockets.last.isClosing).toBe(true);
  });

  test('that is doubted asks, and ends where nothing comes', () => {
    const { clock, sockets, link, told } = setUp();
    sockets.last.open();
    clock.advance(5000);
    link.doubt();
    link.doubt();
    clock.advance(2999);
    expect(told).toEqual(['open', 'quiet']);
    clock.advance(1);
    expect(told).toEqual(['open', 'quiet', 'silent null +8000']);
    expect(sockets.last.isClosing).toBe(true);
  });

  test('that is doubted and answers goes on, and can be doubted again', () => {
    const { clock, sockets, link, told } = setUp();
    sockets.last.open();
    link.doubt();
    clock.advance(2000);
    sockets.last.receive('{"result":[],"id":4}');
    clock.advance(10_000);
    link.doubt();
    clock.advance(1000);
    sockets.last.receive(TRADE);
    clock.advance(10_000);
    expect(told).toEqual(['open', 'quiet', 'reply 4', 'quiet', 'data a@trade 30 +13000']);
  });

  test('that is not open cannot be doubted', () => {
    const { clock, link, told } = setUp();
    link.doubt();
    clock.advance(9999);
    expect(told).toEqual([]);
  });

  test('that is doubted while the clock is set back still ends', () => {
    const { clock, sockets, link, told } = setUp();
    sockets.last.open();
    clock.advance(5000);
    link.doubt();
    clock.jump(-3_600_000);
    clock.advance(6000);
    expect(told).toContainEqual(expect.stringContaining('silent null'));
  });

  test('ends once, even if the browser takes for ever to close the socket', () => {
    const { clock, sockets, told } = setUp({ onCloseAsked: () => false });
    clock.advance(10_000);
    sockets.last.open();
    sockets.last.receive(TRADE);
    clock.advance(60_000);
    sockets.last.drop(1006);
    expect(told).toEqual(['hanging null +10000']);
    expect(clock.pendingTimers).toBe(0);
  });

  test('that is closed by us tells nothing more', () => {
    const { clock, sockets, link, told } = setUp({ onCloseAsked: () => false });
    sockets.last.open();
    link.close();
    sockets.last.receive(TRADE);
    sockets.last.drop(1001);
    clock.advance(100_000);
    expect(told).toEqual(['open']);
    expect(link.isOpen).toBe(false);
  });

  test('that is refused before openSocket returns is ended all the same', () => {
    const { told, sockets } = setUp({ onConnect: (socket) => socket.drop(1006) });
    expect(told).toEqual(['refused 1006 +0']);
    expect(sockets.all).toHaveLength(1);
  });

  test('that opens before openSocket returns can send at once', () => {
    const { told, link, sockets } = setUp({ onConnect: (socket) => socket.open() });
    expect(told).toEqual(['open']);
    link.send('hello');
    expect(sockets.last.sent).toEqual(['hello']);
  });

  test('sends nothing before it is open or after it has ended', () => {
    const { link, sockets } = setUp();
    link.send('early');
    sockets.last.open();
    link.close();
    link.send('late');
    expect(sockets.last.sent).toEqual([]);
  });
});

describe('the silence watchdog', () => {
  test('asks for a sign of life halfway, warns, and ends the link at the heartbeat interval', () => {
    const { clock, sockets, told } = setUp();
    sockets.last.open();
    clock.advance(14_999);
    expect(told).toEqual(['open']);
    clock.advance(1);
    expect(told).toEqual(['open', 'quiet']);
    clock.advance(7500);
    expect(told).toEqual(['open', 'quiet', 'stalled']);
    clock.advance(7500);
    expect(told).toEqual(['open', 'quiet', 'stalled', 'silent null +30000']);
  });

  test('counts from the last frame of any sort', () => {
    const { clock, sockets, told } = setUp();
    sockets.last.open();
    clock.advance(25_000);
    sockets.last.receive('rubbish');
    clock.advance(29_999);
    expect(told.at(-1)).toBe('stalled');
    clock.advance(1);
    expect(told.at(-1)).toBe('silent null +55000');
  });

  test('lets a link live whose frames come slowly', () => {
    const { clock, sockets, link } = setUp();
    sockets.last.open();
    for (let round = 0; round < 20; round++) {
      clock.advance(29_999);
      sockets.last.receive(TRADE);
    }
    expect(link.isOpen).toBe(true);
  });

  test('takes a shorter interval while running', () => {
    const { clock, sockets, link, told } = setUp();
    sockets.last.open();
    clock.advance(5000);
    link.setHeartbeatIntervalMs(8000);
    clock.advance(3000);
    expect(told.at(-1)).toBe('silent null +8000');
  });

  test('takes a late return of its timer for sleep', () => {
    const { clock, sockets, told } = setUp();
    sockets.last.open();
    clock.advance(1000);
    clock.jump(600_000);
    sockets.last.receive(TRADE);
    clock.advance(14_000);
    expect(told.at(-1)).toBe('asleep null +615000');
  });

  test('is not fooled by a clock that is set back', () => {
    const { clock, sockets, told } = setUp();
    sockets.last.open();
    clock.advance(10_000);
    clock.jump(-3_600_000);
    clock.advance(60_000);
    expect(told.at(-1)).toContain('silent');
  });

  test('remarks on data that stops while answers go on, once per silence', () => {
    const { clock, sockets, link, told } = setUp();
    sockets.last.open();
    link.expectData(true);
    for (let round = 0; round < 9; round++) {
      clock.advance(10_000);
      sockets.last.receive('{"result":[],"id":1}');
    }
    expect(told.filter((entry) => entry === 'stalled')).toHaveLength(1);
    sockets.last.receive(TRADE);
    for (let round = 0; round < 4; round++) {
      clock.advance(10_000);
      sockets.last.receive('{"result":[],"id":1}');
    }
    expect(told.filter((entry) => entry === 'stalled')).toHaveLength(2);
    expect(link.isOpen).toBe(true);
  });

  test('expects no data where nothing is subscribed', () => {
    const { clock, sockets, told } = setUp();
    sockets.last.open();
    for (let round = 0; round < 9; round++) {
      clock.advance(10_000);
      sockets.last.receive('{"result":[],"id":1}');
    }
    expect(told).not.toContain('stalled');
  });
});
