/**
 * Export and import, step by step. Guarantees: one thing at a time; nothing is changed before the user
 * has seen what the file holds and has said yes; however a step ends, the next one can be begun.
 */
import { signal } from '@preact/signals';
import type { Fault } from '../../domain/result.ts';
import { LARGEST_BACKUP_BYTES } from '../../protocol/backup.ts';
import type { BackupContents, ExportedData } from '../../protocol/backup.ts';
import { ask } from '../ask.ts';
import { send } from '../engine-client.ts';

export type BackupState =
  | { readonly type: 'idle' }
  | { readonly type: 'working'; readonly at: 'exporting' | 'reading' | 'importing' }
  | { readonly type: 'exported'; readonly file: string; readonly data: Omit<ExportedData, 'text'> }
  /** The user is asked. */
  | {
      readonly type: 'offered';
      readonly file: string;
      readonly text: string;
      readonly contents: BackupContents;
    }
  | { readonly type: 'imported'; readonly contents: BackupContents }
  | { readonly type: 'refused'; readonly faults: readonly Fault[] }
  | { readonly type: 'tooLarge'; readonly bytes: number }
  | { readonly type: 'unreadable'; readonly reason: string }
  | { readonly type: 'noAnswer' };

/** The largest file takes a slow device a minute; an engine that was lost meanwhile never answers. */
export const PATIENCE_MS = 300_000;

export const backupState = signal<BackupState>({ type: 'idle' });

/** `save` is given the file's name and its text. */
export async function exportBackup(save: (file: string, text: string) => void): Promise<void> {
  await working('exporting', async () => {
    const { text, ...data } = await ask(send, { type: 'exportData' });
    const file = `tocsin-${new Date(data.contents.exportedAt).toISOString().slice(0, 10)}.json`;
    save(file, text);
    return { type: 'exported', file, data };
  });
}

/** Looks into a file: the user is then asked about what is in it. */
export async function offerBackup(file: File): Promise<void> {
  await working('reading', async () => {
    if (file.size > LARGEST_BACKUP_BYTES) return { type: 'tooLarge', bytes: file.size };
    let text: string;
    try {
      text = await file.text();
    } catch (error) {
      return { type: 'unreadable', reason: String(error) };
    }
    const { contents, faults } = await ask(send, { type: 'importData', text, isTrial: true });
    if (!contents) return { type: 'refused', faults };
    return { type: 'offered', file: file.name, text, contents };
  });
}

/** The user has said yes to what was offered. */
export async function acceptBackup(): Promise<void> {
  const offered = backupState.value;
  if (offered.type !== 'offered') return;
  const { text } = offered;
  await working('importing', async () => {
    const { contents, faults } = await ask(send, { type: 'importData', text, isTrial: false });
    return contents ? { type: 'imported', contents } : { type: 'refused', faults };
  });
}

/** Away with the offer, or with how the last step ended. */
export function clearBackup(): void {
  if (backupState.value.type !== 'working') backupState.value = { type: 'idle' };
}

async function working(
  at: 'exporting' | 'reading' | 'importing',
  step: () => Promise<BackupState>,
): Promise<void> {
  if (backupState.value.type === 'working') return;
  const begun: BackupState = { type: 'working', at };
  backupState.value = begun;
  const giveUp = setTimeout(() => {
    if (backupState.value === begun) backupState.value = { type: 'noAnswer' };
  }, PATIENCE_MS);
  const end = await step();
  clearTimeout(giveUp);
  // What comes after it was given up is no answer to anything any more.
  if (backupState.value === begun) backupState.value = end;
}
