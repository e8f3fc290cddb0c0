import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vite';
import { engineEntry } from './bundling/engine-entry.ts';
import {
  developmentPolicy,
  hostHeadersFile,
  metaPolicy,
  securityHeaders,
} from './src/sw/security-headers.ts';
import { manifestAddress } from './src/ui/install/manifest-address.ts';
import { manifests } from './src/ui/install/manifest.ts';

const port = Number(process.env['PORT'] ?? 4173);

/** Puts the policy into the page, and the headers beside it for hosts that read them there. */
const security: Plugin = {
  name: 'tocsin-security',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { server }) =>
      html.replace('%CONTENT_SECURITY_POLICY%', server ? developmentPolicy : metaPolicy),
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: hostHeadersFile() });
  },
};

/** The page points to these once it speaks their language. */
const otherManifests: Plugin = {
  name: 'tocsin-manifests',
  generateBundle() {
    const { en: _byThePlugin, ...others } = manifests;
    for (const manifest of Object.values(others)) {
      const fileName = manifestAddress(manifest.lang);
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(manifest) });
    }
  },
};

const engine = engineEntry({
  page: resolve(import.meta.dirname, 'src/ui/main.tsx'),
  engine: resolve(import.meta.dirname, 'src/engine/worker.ts'),
});

const jsx = { runtime: 'automatic', importSource: 'preact' } as const;

export default defineConfig({
  base: './',
  oxc: { jsx },
  // What it offers to bundlers is made for the browsers of 2015, and nearly twice as large.
  resolve: { alias: { 'workbox-window': 'workbox-window/build/workbox-window.prod.mjs' } },
  build: {
    target: 'es2022',
    sourcemap: true,
    // Browsers without preloading of modules ask for them one after the other, and work.
    modulePreload: { polyfill: false },
    // Smaller by 1 % than what the bundler makes by itself; `ascii_only` for the engine's sake.
    minify: 'terser',
    terserOptions: { compress: { ecma: 2020, passes: 3 }, format: { ascii_only: true } },
    // Minifying takes most of the time, and is meant to.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: { port, strictPort: true },
  preview: { port, strictPort: true, headers: securityHeaders },
  plugins: [
    security,
    otherManifests,
    engine,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      injectRegister: false,
      registerType: 'prompt',
      manifest: manifests.en,
      includeAssets: ['icons/badge-96.png'],
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg}'] },
    }),
  ],
  test: {
    projects: [
      {
        oxc: { jsx },
        test: {
          name: 'unit',
          // A busy machine is no failure: only a test that hangs is.
          testTimeout: 60_000,
          environment: 'node',
          include: ['src/**/*.test.ts', 'e2e/**/*.test.ts', 'bundling/**/*.test.ts'],
        },
      },
      {
        oxc: { jsx },
        test: {
          name: 'page',
          testTimeout: 60_000,
          environment: 'happy-dom',
          include: ['src/ui/**/*.test.tsx'],
          setupFiles: ['src/ui/testing/part-texts.ts'],
        },
      },
    ],
  },
});
