/** The part of a request that decides who answers it. */
export interface NavigationRequest {
  readonly mode: string;
  readonly method: string;
  readonly url: string;
}

/**
 * Whether a request is for the app's one page: the scope itself or its `index.html`, with any
 * parameters (`?feed=demo`). Other addresses, and with them all traffic to an exchange, are not.
 */
export function isShellNavigation(
  { mode, method, url }: NavigationRequest,
  scope: string,
): boolean {
  if (mode !== 'navigate' || method !== 'GET') return false;
  const { origin, pathname } = new URL(url);
  const root = new URL(scope);
  return (
    origin === root.origin &&
    (pathname === root.pathname || pathname === `${root.pathname}index.html`)
  );
}

/**
 * Where an address inside the app that is no file leads when the network is away: to the app's
 * page, by redirect, because its relative addresses would not resolve from another folder. Null
 * where the address is none of the app's.
 */
export function shellAddressFor(
  { mode, method, url }: NavigationRequest,
  scope: string,
): string | null {
  if (mode !== 'navigate' || method !== 'GET' || !url.startsWith(scope)) return null;
  return new URL(new URL(url).search, scope).href;
}
