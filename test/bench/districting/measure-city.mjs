import { drawDistricts } from '@maplebridge/engine/districting/draw-districts';
import { measureDistricts } from '@maplebridge/engine/districting/measure-districts';
import { figure } from '../reach/streets.mjs';
import { buildCity } from './city.mjs';
import { budgetOf } from './cpu-budget.mjs';
import { drawWithMetis } from './metis.mjs';

const side = 120;
const districts = 60;
const tolerance = 0.015;
const seconds = 15;

/**
 * A city of 14,400 blocks in 60 grids of even households, as compact as can be, against METIS with the same tolerance.
 *
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measureCity() {
  const city = buildCity(side, 7);
  const mean = city.weights.reduce((sum, weight) => sum + weight, 0) / districts;
  // Shape is all that counts: the border's metres are in it.
  const graph = { ...city, costs: new Float64Array(city.costs.length) };
  const before = process.cpuUsage();
  const drawn = drawDistricts(
    { graph, districts, low: mean * (1 - tolerance), high: mean * (1 + tolerance) },
    { spent: budgetOf(seconds) },
  );
  const { user, system } = process.cpuUsage(before);
  const compactness = meanOf(drawn.compactness);
  const name = `${city.nodeCount} blocks in ${districts} grids`;
  const figures = [
    figure(`${name}: largest deviation`, deviation(drawn.loads, mean) * 100, '%', tolerance * 100),
    figure(`${name}: grids in pieces`, drawn.pieces.filter((count) => count !== 1).length, 'grids', 0),
    figure(`${name}: mean Polsby–Popper`, compactness, '', undefined, 'higher'),
    figure(`${name}: CPU time`, (user + system) / 1e6, 's CPU', 20),
  ];
  const peer = await drawWithMetis(city, districts);
  if (peer === null) {
    console.error('districting: no METIS, so nothing to compare the city with.');
    return figures;
  }
  const measured = measureDistricts(city, peer.districtOf, districts);
  return [
    ...figures,
    figure('METIS: largest deviation', deviation(measured.loads, mean) * 100, '%'),
    figure('METIS: mean Polsby–Popper', meanOf(measured.compactness), '', undefined, 'higher'),
    figure('METIS: CPU time', peer.cpuSeconds, 's CPU'),
    figure('mean Polsby–Popper above METIS', compactness - meanOf(measured.compactness), '', 0.1, 'higher'),
  ];
}

const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (loads, mean) => Math.max(...loads.map((load) => Math.abs(load / mean - 1)));
