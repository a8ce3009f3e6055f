import { measureEdits } from './topology/edits.mjs';

export const description = 'borders: opening, changing and checking 2,000 grids with 80,000 vertices';

/** @returns {Promise<import('./report.mjs').Figure[]>} */
export default async function run() {
  return await measureEdits();
}
