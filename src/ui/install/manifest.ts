import type { ManifestOptions } from 'vite-plugin-pwa';

/**
 * The web app manifest. Every address is relative to the manifest's own, so that the app can be
 * hosted under any path.
 */
export const manifest: Partial<ManifestOptions> = {
  // Resolved against the origin, so `./` would clash with other apps of a shared host.
  id: 'tocsin',
  name: 'Tocsin: an alarm bell for the crypto market',
  short_name: 'Tocsin',
  description:
    'Watches live Binance prices and rings when your rules are met: toast, sound, notification. ' +
    'No server, no account.',
  lang: 'en',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  theme_color: '#0b0d11',
  background_color: '#0b0d11',
  categories: ['finance', 'productivity', 'utilities'],
  prefer_related_applications: false,
  // One window should watch: a second launch brings the running one to the front, which learns
  // from the launch queue what was asked for (notify/app-link.ts).
  launch_handler: { client_mode: ['focus-existing', 'auto'] },
  icons: [
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: 'icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  screenshots: [
    {
      src: 'screenshots/wide.png',
      sizes: '1440x900',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Watchlist, chart and alerts on a wide screen',
    },
    {
      src: 'screenshots/narrow.png',
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Live alerts on a phone',
    },
  ],
  shortcuts: [
    {
      name: 'Alert history',
      url: './#history',
      icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
    },
  ],
};
