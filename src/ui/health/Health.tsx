import { ReadinessButton } from '../readiness/ReadinessButton.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { ScrollArea } from '../shell/ScrollArea.tsx';
import { text } from '../text/text.ts';

const loadContents = async () => (await import('./HealthContents.tsx')).HealthContents;

/** How well the watch is kept, in words and numbers. */
export function Health() {
  const words = text().health;
  return (
    <Panel title={words.title} tab="health" class="health" actions={<ReadinessButton />}>
      <ScrollArea label={words.title}>
        <Lazy load={loadContents} props={{}} />
      </ScrollArea>
    </Panel>
  );
}
