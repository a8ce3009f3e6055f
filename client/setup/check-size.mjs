// Adds up what a screen loads first, gzipped: its scripts, the language and MapLibre's worker. Exit 1 over budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const budgets = { desk: 900_000, wall: 600_000 };

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** All files that a chunk imports statically, itself included. */
function collect(key, files = new Set()) {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, files);
  return files;
}

const assets = readdirSync(join(dist, 'assets'));
const worker = assets.filter((name) => /^maplibre-gl-worker.*js$/.test(name)).map((name) => `assets/${name}`);
let isOver = false;
for (const [screen, budget] of Object.entries(budgets)) {
  const files = collect('index.html');
  collect(`src/screens/${screen}/${screen}-app.tsx`, files);
  if (screen === 'desk') {
    // The desk's one route is loaded by its router, and it has texts of its own.
    collect('src/screens/desk/desk-screen.tsx', files);
    collect('src/i18n/zh-CN/desk-texts.ts', files);
  }
  collect('src/i18n/zh-CN/index.ts', files);
  const bytes = [...files, ...worker].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length,
    0,
  );
  const verdict = bytes <= budget ? 'ok' : 'OVER BUDGET';
  console.log(`${screen}: ${(bytes / 1000).toFixed(1)} kB gzip of ${budget / 1000} kB, ${verdict}`);
  isOver ||= bytes > budget;
}
process.exitCode = isOver ? 1 : 0;
