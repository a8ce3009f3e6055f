import { measureBundle } from './foundation/bundle.mjs';
import { measureImport } from './foundation/import.mjs';
import { measureIncidents } from './foundation/incidents.mjs';
import { measureStart } from './foundation/start.mjs';
import { measureTiles } from './foundation/tiles.mjs';

export const description =
  'how fast and how big the foundation is; parts may follow: start incidents import tiles bundle';

const parts = {
  start: measureStart,
  incidents: measureIncidents,
  import: measureImport,
  tiles: measureTiles,
  bundle: measureBundle,
};

/** @returns {Promise<import('./report.mjs').Figure[]>} */
export default async function run() {
  const named = process.argv.slice(3);
  const unknown = named.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(
      `foundation has no part ${unknown.join(', ')}; its parts: ${Object.keys(parts).join(', ')}.`,
    );
  const figures = [];
  for (const [name, measurePart] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.error(`foundation: ${name}…`);
    figures.push(...(await measurePart()));
  }
  return figures;
}
