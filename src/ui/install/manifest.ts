import type { ManifestOptions } from 'vite-plugin-pwa';
import { MANIFEST as ENGLISH } from '../text/en/manifest.ts';
import { MANIFEST as FRENCH } from '../text/fr/manifest.ts';
import type { Language } from '../text/language.ts';

/**
 * The web app manifest: the same app in each language. Every address is relative to the manifest's own,
 * so that the app can be hosted under any path.
 */
export const manifests: {
  readonly [Spoken in Language]: Partial<ManifestOptions> & { readonly lang: Spoken };
} = {
  en: { ...manifestOf(ENGLISH), lang: 'en' },
  fr: { ...manifestOf(FRENCH), lang: 'fr' },
};

function manifestOf(words: typeof ENGLISH): Partial<ManifestOptions> {
  return {
    // Resolved against the origin, so `./` would clash with other apps of a shared host.
    id: 'tocsin',
    name: words.name,
    short_name: 'Tocsin',
    description: words.description,
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
        label: words.screenshots.wide,
      },
      {
        src: 'screenshots/narrow.png',
        sizes: '390x844',
        type: 'image/png',
        form_factor: 'narrow',
        label: words.screenshots.narrow,
      },
    ],
    shortcuts: [
      {
        name: words.history,
        url: './#history',
        icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
      },
    ],
  };
}
