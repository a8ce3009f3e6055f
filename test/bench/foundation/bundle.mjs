import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../../client/dist', import.meta.url));
const budgets = { desk: 900, wall: 600 };

/**
 * JavaScript a screen loads before it can be used, gzipped: what its page names, all that statically imports, the
 * screen itself, its first language and MapLibre's worker.
 *
 * @returns {import('../report.mjs').Figure[]}
 */
export function measureBundle() {
  return Object.entries(budgets).map(([screen, limit]) => ({
    figure: `bundle: first JavaScript of the ${screen}, gzip`,
    value: [...filesOf(screen)].reduce((sum, file) => sum + sizeOf(file), 0) / 1_000,
    unit: 'kB',
    better: 'lower',
    limit,
  }));
}

function filesOf(screen) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set();
  const collect = (chunk) => {
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) collect(manifest[imported]);
  };
  const entry = manifest['index.html'];
  const screens = new RegExp(`^src/screens/${screen}/${screen}-(app|screen)[.]tsx$`);
  const texts = ['src/i18n/zh-CN/index.ts', ...(screen === 'desk' ? ['src/i18n/zh-CN/desk-texts.ts'] : [])];
  const first = Object.keys(manifest).filter((key) => screens.test(key) || texts.includes(key));
  if (!first.some((key) => screens.test(key))) throw new Error(`The build has no screen "${screen}".`);
  for (const chunk of [entry, ...first.map((key) => manifest[key])]) collect(chunk);
  for (const name of readdirSync(join(dist, 'assets')))
    if (/^maplibre-gl-worker.*[.]m?js$/.test(name)) files.add(`assets/${name}`);
  for (const file of namedInPage()) files.add(file);
  return [...files].filter((file) => /[.]m?js$/.test(file));
}

/** Scripts and module preloads of the page itself. */
function namedInPage() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/([^"]+[.]m?js)"/g)].map(([, file]) => file);
}

function sizeOf(file) {
  const path = join(dist, file);
  return existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`).length : gzipSync(readFileSync(path)).length;
}
