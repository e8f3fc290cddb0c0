/** English: the export and the import of everything that the user has made. */

/** `no rules`, `1 rule`, `3,412 alerts`: the number comes as it is shown. */
function counted(count: number, shown: string, one: string): string {
  return `${count === 0 ? 'no' : shown} ${count === 1 ? one : `${one}s`}`;
}

export const BACKUP = {
  title: 'Backup',
  hint: 'Rules, settings, watchlist and alert history as one file: to keep, or to take to another device.',
  export: 'Export to a file',
  import: 'Import from a file…',
  chooseFile: 'File to import',
  exporting: 'Collecting everything…',
  reading: 'Reading the file…',
  importing: 'Importing…',
  rules: (count: number, shown: string) => counted(count, shown, 'rule'),
  alerts: (count: number, shown: string) => counted(count, shown, 'alert'),
  symbols: (count: number, shown: string) => counted(count, shown, 'symbol'),
  contents: (rules: string, alerts: string, symbols: string) =>
    `${rules} of your own or changed, ${alerts}, ${symbols}`,
  holds: (contents: string) => `It holds ${contents}.`,
  exportedAt: (time: string) => `Exported ${time}`,
  exported: (file: string, contents: string) => `${file} was made: ${contents}.`,
  leftOut: (shown: string) => `The ${shown} oldest alerts did not fit and are not in it.`,
  notWhole: 'Some of what is stored could not be read and is not in it.',
  offer: (file: string) => `Import ${file}?`,
  consequence:
    'Your settings and watchlist are replaced, and so are rules of yours that are in the file. Its alerts are added to the history, silently. Nothing is deleted.',
  addresses: (addresses: string) =>
    `It sets an exchange of its own, to which Tocsin will then connect: ${addresses}`,
  accept: 'Import',
  cancel: 'Cancel',
  imported: (contents: string) => `Imported: ${contents}.`,
  refused: 'The file was not imported, and nothing was changed:',
  tooLarge: (size: string, most: string) =>
    `The file is too large: ${size}. At most ${most} can be imported.`,
  unreadable: (reason: string) => `The file could not be read: ${reason}`,
  noAnswer: 'The engine has not answered. Try again.',
};
