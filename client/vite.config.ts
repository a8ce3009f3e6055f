import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The font package lists a woff fallback beside each woff2; no browser we support needs it. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@fontsource') || !id.includes('.css')) return null;
      return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null };
    },
  };
}

const server = process.env.MAPLEBRIDGE_SERVER ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [woff2Only(), react()],
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      // The tiles' own addresses name the host that was asked: the page's, or they would be another origin's.
      '/tiles': { target: server, changeOrigin: false },
      '/plans': { target: server },
      '/exports': { target: server },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    manifest: true,
    rolldownOptions: {
      output: {
        // One chunk for the map library: it changes least often and is the largest download.
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /maplibre-gl/ },
            // Our own cartography, and what keeps a screen up to date: every screen needs both, and in pieces they are larger.
            { name: 'cartography', test: /client\/src\/map\/(?!modes|paper|.*studio)/ },
            {
              name: 'live',
              test: /client\/src\/(features\/(follow-events\/use-|watch-county)|graphql\/[^/]+$)/,
            },
          ],
        },
      },
    },
  },
});
