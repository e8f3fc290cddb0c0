import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { timeZone } from '../../state/preferences.ts';
import { partText } from '../../text/text.ts';
import { formatBeginning, formatRange, formatSpan } from './gap-times.ts';
import type { Gap } from './gaps.ts';
import { ReasonMark } from './ReasonMark.tsx';

interface Props {
  /** Newest first. */
  readonly gaps: readonly Gap[];
  /** Of the whole report. */
  readonly symbols: number;
  /** Where the report ends. */
  readonly now: number;
}

const SHOWN = 10;
const SHOWN_NAMES = 2;

/** Each span that was not watched: when, how long, why, and of which symbols. */
export function GapList({ gaps, symbols, now }: Props) {
  const id = useId();
  const isWhole = useSignal(false);
  const words = partText().coverage;
  const shown = isWhole.value ? gaps : gaps.slice(0, SHOWN);
  return (
    <>
      <h4 id={id}>{words.gaps}</h4>
      {gaps.length === 0 ? <p class="hint">{words.noGaps}</p> : null}
      <ol class="coverage-gaps" aria-labelledby={id}>
        {shown.map((gap) => (
          <GapRow
            key={`${gap.from} ${gap.reason} ${gap.symbols[0]}`}
            gap={gap}
            symbols={symbols}
            now={now}
          />
        ))}
      </ol>
      {gaps.length > SHOWN ? (
        <button
          type="button"
          class="button"
          aria-expanded={isWhole.value}
          onClick={() => (isWhole.value = !isWhole.value)}
        >
          {isWhole.value ? words.showNewest(SHOWN) : words.showAll(gaps.length)}
        </button>
      ) : null}
    </>
  );
}

function GapRow({ gap, symbols, now }: { gap: Gap; symbols: number; now: number }) {
  const words = partText().coverage;
  const { from, to, reason, isLasting, isAlike } = gap;
  const zone = timeZone.value;
  const span = formatSpan(to - from);
  return (
    <li>
      <span class="coverage-reason">
        <ReasonMark reason={reason} /> {words.reasons[reason]}
      </span>{' '}
      <span class="coverage-span">{isAlike ? span : words.upTo(span)}</span>{' '}
      <span class="coverage-when">
        {isLasting
          ? words.lasting(formatBeginning(from, now, zone))
          : formatRange(from, to, now, zone)}
      </span>{' '}
      <span class="coverage-symbols">{namesOf(gap.symbols, symbols)}</span>
    </li>
  );
}

function namesOf(names: readonly string[], symbols: number): string {
  const words = partText().coverage.symbols;
  if (names.length === symbols && symbols > 1) return words.all(symbols);
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  const more = names.length - SHOWN_NAMES;
  return more > 0 ? words.more(shown, more) : shown;
}
