import { measureEdits } from './topology/edits.mjs';
import { startJaggedSite } from './topology/jagged-site.mjs';
import { measurePublishing } from './topology/publish.mjs';
import { measureStudio } from './topology/studio.mjs';

export const description =
  'borders: opening, changing, checking and publishing 2,000 grids with 80,000 vertices, and drawing them in a browser';

export const options = { only: { type: /** @type {const} */ ('string') } };

/**
 * @param {{ only?: string }} chosen `--only engine`, `--only studio` or `--only publish`
 * @returns {Promise<import('./report.mjs').Figure[]>}
 */
export default async function run({ only } = {}) {
  const figures = !only || only === 'engine' ? await measureEdits() : [];
  if (only === 'engine') return figures;
  const site = await startJaggedSite();
  try {
    if (only !== 'publish') figures.push(...(await measureStudio(site)));
    if (only !== 'studio') figures.push(...(await measurePublishing(site)));
  } finally {
    await site.stop();
  }
  return figures;
}
