import { measureCity } from './districting/measure-city.mjs';
import { drawFromFile } from './districting/draw-from-file.mjs';
import { measureStates } from './districting/measure-states.mjs';

export const description =
  'districts of four states against the published optimum and of a city against METIS; or of any graph (--graph FILE --districts K --min L --max U)';
export const options = {
  graph: { type: 'string' },
  districts: { type: 'string' },
  min: { type: 'string' },
  max: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
};

/** @returns {Promise<import('./report.mjs').Figure[]>} */
export default async function run({ graph, ...rest }) {
  if (graph !== undefined) return drawFromFile(graph, rest);
  const stray = Object.keys(rest);
  if (stray.length > 0) throw new Error(`--${stray[0]} goes with --graph FILE.`);
  return [...measureStates(), ...(await measureCity())];
}
