import { createReadStream, existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const maplibre = fileURLToPath(new URL('../../../client/node_modules/maplibre-gl/dist/', import.meta.url));
const page = `<!doctype html><meta charset="utf-8"><title>bare</title><link rel="stylesheet" href="/bare/maplibre-gl.css">
<style>html,body{margin:0;height:100%;background:#000}#map{position:absolute}</style><div id="map"></div>
<script type="module">import * as maplibregl from '/bare/maplibre-gl.mjs'; maplibregl.setWorkerUrl('/bare/maplibre-gl-worker.mjs'); window.maplibregl = maplibregl;</script>`;
const types = { css: 'text/css', mjs: 'text/javascript', map: 'application/json' };

/**
 * Serves a page with MapLibre's own build and nothing else; everything but `/bare/` comes from our server, so that the
 * tiles and fonts are the same.
 *
 * @param {string} target address of our server
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startBareServer(target) {
  const server = createServer((incoming, outgoing) => {
    const [, name] = /^\/bare\/([\w.-]*)$/.exec(incoming.url) ?? [];
    if (name === '') return outgoing.writeHead(200, { 'content-type': 'text/html' }).end(page);
    const file = name && join(maplibre, name);
    if (file && existsSync(file)) {
      outgoing.writeHead(200, { 'content-type': types[name.split('.').at(-1)] });
      return createReadStream(file).pipe(outgoing);
    }
    const { method, headers, url } = incoming;
    const passed = request(target + url, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode, response.headers);
      response.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  }).listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://localhost:${server.address().port}`, close: () => void server.close() };
}
