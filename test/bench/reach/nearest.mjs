import { findNearest } from '@maplebridge/engine/reach/nearest';
import { createSearch } from '@maplebridge/engine/reach/create-search';
import { reverseNetwork } from '@maplebridge/engine/roads/network/reverse-network';
import { measure } from '../cpu.mjs';
import { drawPlaces, figure } from './streets.mjs';

const unitCount = 2000;
const wanted = 5;
const incidentCount = 200;

/** The nearest five of 2,000 units for one incident after another, by travel time to the incident. */
export async function measureNearest(network) {
  const units = drawPlaces(network, unitCount, 21);
  const incidents = drawPlaces(network, incidentCount, 22);
  const backward = createSearch(reverseNetwork(network));
  const findAll = () => incidents.map((place) => findNearest(backward, place, units, wanted, 3600).length);
  findAll();
  const { result, cpuSeconds } = await measure(findAll);
  const short = result.filter((found) => found < wanted).length;
  if (short > 0)
    console.error(`${short} of ${incidentCount} incidents lie where fewer than ${wanted} units can get.`);
  return [
    figure(`nearest ${wanted} of ${unitCount} units`, (1000 * cpuSeconds) / incidentCount, 'ms CPU', 5),
  ];
}
