/** The parsed text; undefined where it is no JSON. Bad input is an answer, not an exception. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
