import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawDistricts } from '@maplebridge/engine/districting/draw-districts';
import { districtGraph } from '@maplebridge/engine/districting/graph';
import { figure } from '../reach/streets.mjs';
import { budgetOf } from './cpu-budget.mjs';
import { readGraph } from './read-graph.mjs';

const folder = fileURLToPath(new URL('../../../../shared/data/districting', import.meta.url));
/** Of the 15 that are allowed. */
const seconds = 5;

/**
 * Cut edges of states' districts against the published optimum; nothing where the data are not there.
 *
 * @returns {import('../report.mjs').Figure[]}
 */
export function measureStates() {
  if (!existsSync(folder)) {
    console.error(`districting: ${folder} is not there; the states are left out.`);
    return [];
  }
  const [, ...rows] = readFileSync(`${folder}/published.csv`, 'utf8').trim().split('\n');
  return rows.flatMap((row) => {
    const [state, ...numbers] = row.split(',');
    const [districts, low, high, published] = numbers.map(Number);
    const { populations, edges } = readGraph(`${folder}/${state}.json`);
    const graph = districtGraph(
      populations,
      edges.map(([a, b]) => [a, b, 1]),
    );
    const before = process.cpuUsage();
    const drawn = drawDistricts({ graph, districts, low, high }, { spent: budgetOf(seconds) });
    const { user, system } = process.cpuUsage(before);
    const isValid = drawn.problem === null && drawn.pieces.every((count) => count === 1);
    console.error(
      `districting: ${state}, ${districts} districts: ${drawn.cutEdges} cut edges, ${published} published; ` +
        `populations ${[...drawn.loads].join(', ')}${isValid ? '' : ' – NOT VALID'}`,
    );
    return [
      figure(`${state}: cut edges to published`, isValid ? drawn.cutEdges / published : Infinity, 'ratio', 1),
      figure(`${state}: CPU time`, (user + system) / 1e6, 's CPU', 15),
    ];
  });
}
