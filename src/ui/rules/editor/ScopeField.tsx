import { partText } from '../../text/text.ts';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Scope } from './draft.ts';
import { FaultText } from './FaultText.tsx';

interface Props {
  readonly legend: string;
  readonly kind: Scope<string>['kind'];
  readonly faultPaths: readonly string[];
  readonly onKind: (kind: Scope<string>['kind']) => void;
  /** What is chosen, and how to choose more. */
  readonly children: ComponentChildren;
}

/** Whatever is watched, or a choice of one's own. */
export function ScopeField({ legend, kind, faultPaths, onKind, children }: Props) {
  const words = partText().editor.scope;
  const name = useId();
  return (
    <fieldset class="choice-field">
      <legend>{legend}</legend>
      <div class="choices">
        {(['watchlist', 'chosen'] as const).map((choice) => (
          <label key={choice} class="choice">
            <input
              type="radio"
              name={name}
              checked={kind === choice}
              onChange={() => onKind(choice)}
            />
            {words[choice]}
          </label>
        ))}
      </div>
      {kind === 'chosen' ? children : null}
      <FaultText paths={faultPaths} />
    </fieldset>
  );
}
