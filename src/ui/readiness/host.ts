/** What decides how long a page that nobody looks at goes on. */
export const HOSTS = ['android', 'ios', 'chromium', 'firefox', 'safari', 'other'] as const;
export type Host = (typeof HOSTS)[number];

/** On a desktop the browser, elsewhere the system, whatever its browser is called. */
export function detectHost(userAgent: string, isIos: boolean): Host {
  if (isIos) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Chrome\/|Chromium\//.test(userAgent)) return 'chromium';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Safari\//.test(userAgent)) return 'safari';
  return 'other';
}

/** Where a page that is left stops within seconds or a minute, whatever it does. */
export function stopsWhenHidden(host: Host): boolean {
  return host === 'android' || host === 'ios';
}
