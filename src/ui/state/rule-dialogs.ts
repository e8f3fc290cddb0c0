import { signal } from '@preact/signals';
import type { Rule } from '../../domain/rules/rule.ts';

/** What the editor is opened for. */
export type EditorRequest =
  | { readonly type: 'new' }
  | { readonly type: 'edit'; readonly rule: Rule }
  /** A rule like that one, under a name and an id of its own. */
  | { readonly type: 'copy'; readonly rule: Rule };

/** Null while the editor is closed. */
export const editorRequest = signal<EditorRequest | null>(null);

/** A rule from somebody else, as it came: not read yet. */
export interface ImportRequest {
  readonly source: 'link' | 'file';
  readonly content: string;
}

/** Null while nothing is offered for import. */
export const importRequest = signal<ImportRequest | null>(null);

/** A price of a symbol that somebody wants to be told of: the quick form opens with it filled in. */
export interface QuickAlertRequest {
  readonly symbol: string;
  /** As the exchange writes it; empty where none is known. */
  readonly price: string;
}

/** Null while the quick form is not open over the page. */
export const quickAlertRequest = signal<QuickAlertRequest | null>(null);
