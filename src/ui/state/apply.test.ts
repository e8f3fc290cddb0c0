import { beforeEach, describe, expect, it } from 'vitest';
import { fault } from '../../domain/result.ts';
import type { Delivery } from '../../protocol/delivery.ts';
import { aConnection, aHealth, anAlert, anEngineStart } from '../testing/fixtures.ts';
import { alerts } from './alerts.ts';
import { apply } from './apply.ts';
import { connection } from './connection.ts';
import { deliver, onDelivery } from './delivery.ts';
import { engineState, limitations } from './engine.ts';
import { closeNotice, notices } from './notices.ts';
import { rules } from './rules.ts';
import { selection } from './selection.ts';
import { watchlist } from './watchlist.ts';

beforeEach(() => {
  for (const { id } of notices.value) closeNotice(id);
  apply(anEngineStart());
});

describe('apply', () => {
  it('draws everything from the engine’s first answer', () => {
    apply(anEngineStart({ alerts: [anAlert()] }));
    expect(engineState.value).toBe('running');
    expect(watchlist.value.symbols).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(selection.value).toEqual({ symbol: 'BTCUSDT', interval: '1h' });
    expect(rules.value.length).toBeGreaterThan(0);
    expect(alerts.value).toHaveLength(1);
  });

  it('takes the connection from a health report as well', () => {
    apply({ type: 'healthChanged', health: aHealth({ connection: aConnection({ attempts: 4 }) }) });
    expect(connection.value?.attempts).toBe(4);
  });

  it('says what was refused, once and counted', () => {
    const refused = { type: 'refused', faults: [fault('symbol', 'FOO', 'a listed one')] } as const;
    apply(refused);
    apply(refused);
    expect(notices.value.map(({ message, count }) => [message, count])).toEqual([
      ['symbol: "FOO" is refused; allowed: a listed one', 2],
    ]);
  });

  it('says what the browser lacks', () => {
    apply({ type: 'limitationFound', limitation: 'storage', reason: 'private window' });
    expect(limitations.value['storage']).toBe('private window');
    expect(notices.value[0]?.message).toContain('private window');
  });

  it('says no more what an engine lacked that is gone', () => {
    apply({ type: 'limitationFound', limitation: 'storage', reason: 'private window' });
    apply(anEngineStart());
    expect(limitations.value).toEqual({});
    expect(notices.value).toEqual([]);
  });
});

describe('deliveries', () => {
  it('wait for who rings, and are handed over once', () => {
    const delivery: Delivery = { type: 'alert', alert: anAlert() };
    apply({ type: 'deliveryDue', delivery, until: 5 });
    const rung: Delivery[] = [];
    const stop = onDelivery((due) => rung.push(due));
    deliver(delivery, 5);
    stop();
    expect(rung).toHaveLength(2);
  });
});
