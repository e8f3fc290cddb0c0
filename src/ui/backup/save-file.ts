/** Long enough for any browser to have taken the file over. */
const HANDED_OVER_MS = 60_000;

/** Hands a text to the browser as a file to be saved. */
export function saveFile(name: string, content: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), HANDED_OVER_MS);
}
