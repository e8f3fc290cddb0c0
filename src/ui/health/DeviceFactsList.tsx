import { useEffect, useRef } from 'preact/hooks';
import type { HealthReport } from '../../protocol/health.ts';
import { formatBytes } from '../format/compact.ts';
import { formatNumber } from '../format/price.ts';
import { partText } from '../text/text.ts';
import { Fact, Facts } from './Facts.tsx';
import { deviceFacts, readDeviceFacts } from './device-facts.ts';
import type { AskedBrowser } from './device-facts.ts';
import { useIsSeen } from './use-is-seen.ts';

/** Neither memory nor storage changes faster than one can read, and asking is not free. */
const PAUSE_MS = 15_000;

/** What Tocsin takes of this device. Asked for only while it is seen. */
export function DeviceFactsList({ report }: { report: HealthReport | null }) {
  const words = partText().health;
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useIsSeen(place);
  useEffect(() => {
    if (!isSeen.value) return;
    const ask = () =>
      void readDeviceFacts(globalThis as unknown as AskedBrowser).then((facts) => {
        deviceFacts.value = facts;
      });
    ask();
    const timer = setInterval(ask, PAUSE_MS);
    return () => clearInterval(timer);
  }, [isSeen.value]);

  const facts = deviceFacts.value;
  return (
    <div ref={place}>
      <Facts title={words.groups.device}>
        {facts ? <Told facts={facts} /> : null}
        {report ? (
          <Fact
            label={words.device.stored}
            value={report.isStored ? words.yes : words.no}
            isBad={!report.isStored}
          />
        ) : null}
        {report && report.alertsNotKept > 0 ? (
          <Fact label={words.device.notKept} value={formatNumber(report.alertsNotKept, 0)} isBad />
        ) : null}
      </Facts>
    </div>
  );
}

function Told({ facts }: { facts: NonNullable<typeof deviceFacts.value> }) {
  const words = partText().health;
  const { memory, storage, isPersisted } = facts;
  return (
    <>
      <Fact
        label={memory?.of === 'page' ? words.device.memoryOfPage : words.device.memory}
        value={memory ? formatBytes(memory.bytes) : words.device.memoryUnknown}
      />
      <Fact
        label={words.device.storage}
        value={
          storage
            ? words.device.storageOf(formatBytes(storage.usage), formatBytes(storage.quota))
            : words.device.storageUnknown
        }
      />
      {isPersisted === null ? null : (
        <Fact label={words.device.kept} value={isPersisted ? words.yes : words.device.keptNo} />
      )}
    </>
  );
}
