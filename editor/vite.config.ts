import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where the development server sends API requests. */
const server = process.env.BONEMETS_SERVER ?? 'http://localhost:5080';

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('src/features/authoring/exchange/zipWithoutWorkers.ts', import.meta.url)) }] },
  server: { proxy: { '/api': server, '/docs': server, '/openapi': server } },
  build: {
    target: 'es2023',
    // The server's policy is `default-src 'self'`: nothing may become a data: URL or an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The budget that counts is compressed: tools/bundle-size.mjs.
    chunkSizeWarningLimit: 1000,
  },
  test: {
    testTimeout: 90_000,
    projects: [
      // The model needs no browser and keeps nothing between its tests, so that its files share a process: both is most of what a file costs.
      { extends: true, test: { name: 'model', environment: 'node', isolate: false, include: ['src/model/**/*.test.ts'] } },
      { extends: true, test: { name: 'pages', environment: 'jsdom', setupFiles: ['src/test/setup.ts'], css: false, include: ['src/**/*.test.{ts,tsx}'], exclude: ['src/model/**'] } },
    ],
  },
});
