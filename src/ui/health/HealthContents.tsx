import { connection } from '../state/connection.ts';
import { limitations } from '../state/engine.ts';
import { health } from '../state/health.ts';
import { partText, text } from '../text/text.ts';
import { ConnectionFacts } from './ConnectionFacts.tsx';
import { Coverage } from './coverage/Coverage.tsx';
import { DataFacts } from './DataFacts.tsx';
import { DeviceFactsList } from './DeviceFactsList.tsx';
import { ErrorLog } from './ErrorLog.tsx';
import { Outage } from './Outage.tsx';
import { Pulse } from './Pulse.tsx';
import './health.css';

/** First what is wrong and what was missed, then how it goes, then every number. */
export function HealthContents() {
  const words = partText().health;
  const link = connection.value;
  const report = health.value;
  return (
    <>
      {link ? <Outage link={link} /> : null}
      <Coverage />
      <Pulse />
      <ErrorLog />
      {link ? <ConnectionFacts link={link} /> : <p class="empty">{words.waiting}</p>}
      {report ? <DataFacts report={report} /> : null}
      <DeviceFactsList report={report} />
      <Limitations />
    </>
  );
}

function Limitations() {
  const found = Object.entries(limitations.value);
  if (found.length === 0) return null;
  return (
    <div class="facts">
      <h3>{partText().health.limitations}</h3>
      <ul class="health-limitations">
        {found.map(([part, reason]) => (
          <li key={part}>{text().reason(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
