import { buildGraph } from '@maplebridge/engine/roads/graph/build-graph';
import { buildNetwork } from '@maplebridge/engine/roads/network/network';
import { profiles } from '@maplebridge/engine/roads/network/profile';
import { classNumber } from '@maplebridge/engine/roads/graph/street-class';
import { accessFlag, vertexFlag } from '@maplebridge/engine/roads/graph/street-graph';
import { measureSearch, originCount, reachSeconds } from './graph.mjs';
import { figure, makeRandom } from './streets.mjs';

/** 355 × 355 junctions: half a million directed edges. */
const side = 355;
const blockSteps = 9000;

/**
 * A made-up city: blocks of about 90 m, an avenue with signals every eighth street, a bend in each street, a fifth of the
 * small streets one-way.
 */
export async function measureSynthetic() {
  const network = buildNetwork(buildCity(), profiles.driving);
  const edges = 2 * network.graph.segmentCount;
  const { cpuSeconds, metres, count } = await measureSearch(network);
  console.error(`Made-up city: ${edges} edges, ${Math.round(metres / count)} m of street an origin`);
  return [
    figure(
      `${originCount} origins x ${reachSeconds} s in a made-up city of ${Math.round(edges / 1000)},000 edges`,
      cpuSeconds,
      's CPU',
      1,
    ),
  ];
}

function buildCity() {
  const random = makeRandom(11);
  const corners = side * side;
  const points = [];
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      points.push(
        1_190_000_000 + Math.round((x + 0.2 * random()) * blockSteps),
        290_000_000 + Math.round((y + 0.2 * random()) * blockSteps),
      );
  const isAvenue = (i) => i % 8 === 0;
  const [starts, refs, attributes] = [[0], [], []];
  const flags = new Map();
  const both = accessFlag.driving | accessFlag.cycling | accessFlag.walking;
  const addStreet = (a, b, avenue) => {
    const bend = points.length / 2;
    points.push(
      Math.round((points[2 * a] + points[2 * b]) / 2) + Math.round(500 * random()),
      Math.round((points[2 * a + 1] + points[2 * b + 1]) / 2) + Math.round(500 * random()),
    );
    refs.push(a, bend, b);
    starts.push(refs.length);
    const isOneWay = !avenue && random() < 0.2;
    attributes.push({
      streetClass: avenue ? classNumber.secondary : classNumber.residential,
      forward: both,
      backward: isOneWay ? accessFlag.walking : both,
      limit: 0,
      name: '',
    });
  };
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const corner = y * side + x;
      if (x + 1 < side) addStreet(corner, corner + 1, isAvenue(y));
      if (y + 1 < side) addStreet(corner, corner + side, isAvenue(x));
      if (isAvenue(x) && isAvenue(y)) flags.set(corner, vertexFlag.signal);
    }
  const lines = {
    points: Int32Array.from(points),
    flags,
    starts: Uint32Array.from(starts),
    refs: Uint32Array.from(refs),
    attributes,
  };
  const { graph } = buildGraph(lines, 'made-up');
  if (graph.vertexCount !== corners) throw new Error(`${graph.vertexCount} junctions instead of ${corners}`);
  return graph;
}
