/** Errors of IndexedDB: what they say about the database, and in words for the user. */

/** What was to be written is refused, and the connection is as good as before. */
const REFUSALS: readonly string[] = [
  'QuotaExceededError',
  'DataCloneError',
  'DataError',
  'ConstraintError',
];

export function isRefusal(error: unknown): boolean {
  return REFUSALS.includes(nameOf(error));
}

export function troubleInWords(error: unknown): string {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'the disk, or the part of it that this site may use, is full';
    case 'VersionError':
      return 'a newer version of Tocsin has written the database: reload this page';
    case 'Error':
      return (error as Error).message;
    default:
      return String(error);
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
