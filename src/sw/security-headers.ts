/**
 * The one list of security headers. The preview server sends it, the build writes it for hosts that
 * read a `_headers` file, the page carries its policy as a meta element, and the service worker adds
 * it to what it serves.
 */

/**
 * Nothing but the app's own files, and connections to wherever an exchange may be: the addresses of a
 * custom one are the user's choice, so the engine's list (`engine/allowed-hosts.ts`) is narrower than
 * a static policy can be. Plain `http:` and `ws:` reach this computer only.
 */
const PAGE_DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "connect-src 'self' https: wss: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
] as const;

/** What browsers heed in a header only. */
const HEADER_DIRECTIVES = ["frame-ancestors 'none'"] as const;

/** For the meta element. */
export const metaPolicy = PAGE_DIRECTIVES.join('; ');

/** For the development server, which puts style sheets into the page as it reloads them. */
export const developmentPolicy = metaPolicy.replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
);

/** To be sent with every file: a worker is bound by the policy of its own script, not of its page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...PAGE_DIRECTIVES, ...HEADER_DIRECTIVES].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Names under `assets/` carry a hash of their content; these two do not. */
const REVALIDATED = ['/', '/index.html', '/service-worker.js'] as const;

/** The `_headers` file of Netlify and Cloudflare Pages, for a site at the root of its host. */
export function hostHeadersFile(): string {
  const rules = [
    rule('/*', securityHeaders),
    ...REVALIDATED.map((path) => rule(path, { 'Cache-Control': 'no-cache' })),
    rule('/assets/*', { 'Cache-Control': 'public, max-age=31536000, immutable' }),
  ];
  return `${rules.join('\n')}\n`;
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join(
    '\n',
  );
}
