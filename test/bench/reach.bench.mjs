import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureGraph } from './reach/graph.mjs';
import { measureNearest } from './reach/nearest.mjs';
import { comparePgRouting } from './reach/pgrouting.mjs';
import { measureSiting } from './reach/siting.mjs';
import { measureSynthetic } from './reach/synthetic.mjs';
import { compareValhalla } from './reach/valhalla.mjs';
import { measureWhatIf } from './reach/what-if.mjs';

const porto = fileURLToPath(new URL('../../../shared/data/osm/porto.osm.pbf', import.meta.url));

export const description =
  'streets, reach, nearest help and siting, on Porto or any extract (--streets FILE)';
export const options = { streets: { type: 'string' } };

/** @returns {Promise<import('./report.mjs').Figure[]>} */
export default async function run({ streets }) {
  const file = streets === undefined ? porto : resolve(streets);
  if (!existsSync(file)) throw new Error(`${file} is not there; name an extract with --streets FILE.`);
  console.error(`reach: ${file}`);
  const { network, figures } = await measureGraph(file, streets === undefined);
  figures.push(...(await measureSynthetic()));
  for (const measurePart of [measureWhatIf, measureNearest, measureSiting])
    figures.push(...(await measurePart(network)));
  figures.push(...(await compareValhalla(network, file, streets === undefined)));
  figures.push(...(await comparePgRouting(network.graph)));
  return figures;
}
