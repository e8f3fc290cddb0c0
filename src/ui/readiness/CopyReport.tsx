import { useSignal } from '@preact/signals';
import { venue } from '../state/engine.ts';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import type { BrowserAccess } from './browser-access.ts';
import type { Headline } from './headline.ts';
import type { ReadinessLine } from './readiness-line.ts';
import type { ReadinessRun } from './readiness-run.ts';
import { reportText } from './report-text.ts';

interface Props {
  readonly browser: BrowserAccess;
  readonly run: ReadinessRun;
  readonly headline: Headline;
  readonly lines: readonly ReadinessLine[];
}

/** Puts the check on the clipboard; where that is not allowed, shows it to be copied by hand. */
export function CopyReport({ browser, run, headline, lines }: Props) {
  const words = partText().readiness;
  const said = useSignal('');
  const shown = useSignal<string | null>(null);
  const copy = async () => {
    const report = reportText(headline, lines, {
      now: run.report.value?.checkedAt ?? Date.now(),
      userAgent: run.browser.value?.userAgent ?? '',
      venue: run.report.value?.venue ?? venue.value,
    });
    try {
      await browser.copy(report);
      said.value = words.copied;
      shown.value = null;
    } catch (error) {
      said.value = words.notCopied(String(error));
      shown.value = report;
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        <Icon name="copy" size={14} />
        {words.copy}
      </button>
      <p class="hint readiness-copied" role="status">
        {said.value}
      </p>
      {shown.value === null ? null : (
        <textarea
          class="input"
          readOnly
          aria-label={words.reportLabel}
          value={shown.value}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
