import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Fault } from '../../../domain/result.ts';
import { text } from '../../text/text.ts';
import type { GroupDraft, RuleDraft } from './draft.ts';

/** What the parts of the editor share: the draft, what is wrong with it, and how it changes. */
export interface Editing {
  readonly draft: RuleDraft;
  readonly faults: ReadonlyMap<string, Fault>;
  change(part: Partial<RuleDraft>): void;
  /** `focus`: a selector of what takes the keyboard's focus once the new tree is drawn. */
  changeRoot(root: GroupDraft, focus?: string): void;
}

export const EditorContext = createContext<Editing | null>(null);

/** @throws if there is no editor above: a mistake in the wiring. */
export function useEditing(): Editing {
  const editing = useContext(EditorContext);
  if (editing === null) throw new Error('EditorContext is missing');
  return editing;
}

/** What is wrong with the field at exactly that path, in words. */
export function faultAt({ faults }: Editing, path: string): string | undefined {
  const fault = faults.get(path);
  return fault === undefined ? undefined : text().faultValue(fault);
}
