/** What an import would bring, or has brought; what an export holds. */
export interface BackupContents {
  /** The user's own and those that the user changed; the others are part of the app. */
  readonly rules: number;
  readonly alerts: number;
  readonly symbols: number;
  /** Epoch milliseconds. */
  readonly exportedAt: number;
  /** Addresses of an exchange of the user's own that would be connected to; mostly none. */
  readonly customAddresses: readonly string[];
}

export interface ExportedData {
  readonly text: string;
  readonly contents: BackupContents;
  /** The oldest alerts that would have made the file larger than can be imported. */
  readonly leftOut: number;
  /** False where some of what is stored could not be read, and is not in the text. */
  readonly isWhole: boolean;
}

/** Largest file that is read. */
export const LARGEST_BACKUP_BYTES = 64 * 1024 * 1024;
