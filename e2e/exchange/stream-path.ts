/** What an upgrade's URL asks for. */
export interface StreamRequest {
  readonly streams: readonly string[];
  /** Whether events come wrapped as `{"stream":…,"data":…}`. */
  readonly isCombined: boolean;
}

function names(text: string): string[] {
  return text.split('/').filter((name) => name !== '');
}

/**
 * Reads the URL of an upgrade (path and query): `/ws`, `/ws/<stream>`, `/stream`,
 * `/stream?streams=<a>/<b>`, percent-encoded or not. Undefined for any other path.
 */
export function parseStreamPath(url: string): StreamRequest | undefined {
  const { pathname, searchParams } = new URL(url, 'ws://127.0.0.1');
  if (pathname === '/stream') {
    return { streams: names(searchParams.get('streams') ?? ''), isCombined: true };
  }
  if (pathname === '/ws' || pathname.startsWith('/ws/')) {
    return { streams: names(decode(pathname.slice('/ws'.length))), isCombined: false };
  }
  return undefined;
}

/** Decodes percent-encoding; a text that is not well encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
