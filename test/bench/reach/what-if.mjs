import assert from 'node:assert/strict';
import { collectCover } from '@maplebridge/engine/reach/coverage';
import { CoverIndex } from '@maplebridge/engine/reach/cover-index';
import { collectDemand } from '@maplebridge/engine/reach/demand';
import { createSearch } from '@maplebridge/engine/reach/create-search';
import { measure } from '../cpu.mjs';
import { originCount, reachSeconds } from './graph.mjs';
import { drawPlaces, figure, makeRandom } from './streets.mjs';

const changeCount = 50;
const pointCount = 20_000;
const gridCount = 200;

/** One of 700 posts moves: new numbers (metres, households and risk points, by grid) against all of them computed anew. */
export async function measureWhatIf(network) {
  const { lengths } = network.graph;
  const demand = drawDemand(network);
  const search = createSearch(network);
  const coverFrom = (place) => {
    search.run([place], reachSeconds);
    return collectCover(search);
  };
  const build = (places) => {
    const index = new CoverIndex(lengths, demand);
    index.apply({ add: places.map((place, key) => [key, coverFrom(place)]) });
    return index;
  };
  const places = drawPlaces(network, originCount, 3);
  const moves = drawPlaces(network, changeCount, 5);
  // Code warm on both sides.
  const index = build(places);
  index.fork().add(0, coverFrom(moves[0]));
  const anew = await measure(() => build(places));
  const changed = await measure(() =>
    moves.map((place, key) => {
      const fork = index.fork();
      fork.add(key, coverFrom(place));
      return fork.totals;
    }),
  );
  const last = moves.length - 1;
  assert.deepEqual(changed.result[last], build(places.with(last, moves[last])).totals);
  const each = changed.cpuSeconds / changeCount;
  console.error(
    `What if: ${(1000 * each).toFixed(2)} ms CPU a change, ${(1000 * anew.cpuSeconds).toFixed(0)} ms for all ${originCount} anew`,
  );
  return [
    figure('a what-if to new numbers, to computing all anew', each / anew.cpuSeconds, 'ratio of CPU', 1 / 20),
  ];
}

function drawDemand(network) {
  const random = makeRandom(9);
  const { segmentCount } = network.graph;
  const gridOf = (segment) => Math.floor((segment / segmentCount) * gridCount);
  const points = drawPlaces(network, pointCount, 8).map((place, i) => ({
    ...place,
    weight: 1 + Math.floor(20 * random()),
    grid: gridOf(place.segment),
    kind: i % 20 === 0 ? 1 : 0,
  }));
  const pieces = Array.from({ length: segmentCount }, (_, segment) => ({
    segment,
    from: 0,
    to: 1,
    grid: gridOf(segment),
  }));
  return collectDemand({ segmentCount, gridCount, kindCount: 2 }, points, pieces);
}
