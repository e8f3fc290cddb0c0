import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { ask } from '../ask.ts';
import { useDevice } from '../device-context.ts';
import { send } from '../engine-client.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { isDemo } from '../state/engine.ts';
import { partText } from '../text/text.ts';
import { browserAccess } from './browser-access.ts';
import type { BrowserAccess } from './browser-access.ts';
import { CopyReport } from './CopyReport.tsx';
import { exchangeFacts, pageFacts } from './gather-facts.ts';
import { headlineOf } from './headline.ts';
import { judgeExchange } from './judge-exchange.ts';
import { judgePage } from './judge-page.ts';
import { perform } from './perform.ts';
import { ReadinessHeadline } from './ReadinessHeadline.tsx';
import { LINE_GROUPS } from './readiness-line.ts';
import type { LineAction, LineGroup, LineId } from './readiness-line.ts';
import { isReadinessOpen } from './readiness-open.ts';
import { ReadinessRow } from './ReadinessRow.tsx';
import { createReadinessRun } from './readiness-run.ts';
import { linesOf } from './report-text.ts';
import './readiness.css';

const GROUPS = Object.keys(LINE_GROUPS) as readonly LineGroup[];

/** The check of this very browser. */
export function ReadinessDialog() {
  return <ReadinessChecker browser={browserAccess} />;
}

/** Would an alert reach the user? Checked when it opens and on request; what changes shows at once. */
export function ReadinessChecker({ browser }: { browser: BrowserAccess }) {
  const words = partText().readiness;
  const device = useDevice();
  const hasDeclinedStorage = useSignal(false);
  const outcome = useSignal<{ readonly id: LineId; readonly words: string } | null>(null);
  const run = useMemo(
    () =>
      createReadinessRun({
        readBrowser: browser.read,
        askEngine: async () => (await ask(send, { type: 'checkReadiness' })).readiness,
        setTimer(act, delayMs) {
          const timer = setTimeout(act, delayMs);
          return () => clearTimeout(timer);
        },
      }),
    [browser],
  );
  useEffect(() => {
    run.start();
    return run.stop;
  }, [run]);

  const lines = useComputed(() => [
    ...judgePage(pageFacts(device, run, hasDeclinedStorage.value)),
    ...judgeExchange(exchangeFacts(run)),
  ]);
  const headline = headlineOf(lines.value, run.browser.value?.host ?? null, isDemo.value);

  const act = async (id: LineId, action: LineAction): Promise<void> => {
    outcome.value = null;
    const onStorageDeclined = () => (hasDeclinedStorage.value = true);
    const said = await perform(action, { device, browser, run, onStorageDeclined });
    outcome.value = said === '' ? null : { id, words: said };
  };

  return (
    <Dialog name="readiness" title={words.title} onClosed={() => (isReadinessOpen.value = false)}>
      {() => (
        <>
          <div class="dialog-body readiness-body">
            <ReadinessHeadline headline={headline} />
            {GROUPS.map((group) => (
              <section key={group}>
                <h3>{words.groups[group]}</h3>
                <ul>
                  {linesOf(group, lines.value).map((line) => (
                    <ReadinessRow
                      key={line.id}
                      line={line}
                      outcome={outcome.value?.id === line.id ? outcome.value.words : ''}
                      isRunning={run.isRunning.value}
                      onAction={(action) => void act(line.id, action)}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <p class="visually-hidden" role="status">
            {outcome.value?.words ?? ''}
          </p>
          <footer class="dialog-footer">
            <CopyReport browser={browser} run={run} headline={headline} lines={lines.value} />
            <button
              type="button"
              class="button primary"
              disabled={run.isRunning.value}
              onClick={run.start}
            >
              {run.isRunning.value ? words.running : words.again}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  );
}
