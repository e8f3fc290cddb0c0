import { defineConfig } from 'vitest/config';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './src/ui/install/manifest.ts';

const port = Number(process.env['PORT'] ?? 4173);

/** What a host should send with every file; the README repeats it for other servers. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

const jsx = { runtime: 'automatic', importSource: 'preact' } as const;

export default defineConfig({
  base: './',
  oxc: { jsx },
  build: { target: 'es2022', sourcemap: true },
  worker: { format: 'es' },
  server: { port, strictPort: true },
  preview: { port, strictPort: true, headers: securityHeaders },
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      injectRegister: false,
      registerType: 'prompt',
      manifest,
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
          environment: 'node',
          include: ['src/**/*.test.ts', 'e2e/exchange/**/*.test.ts'],
        },
      },
      {
        oxc: { jsx },
        test: { name: 'page', environment: 'happy-dom', include: ['src/ui/**/*.test.tsx'] },
      },
    ],
  },
});
