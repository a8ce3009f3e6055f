import { districtGraph } from '@maplebridge/engine/districting/graph';
import { Random } from '@maplebridge/engine/districting/random';

const blockMetres = 100;

/**
 * A city of square blocks whose corners are shifted by chance, with more households towards two centres.
 *
 * @param {number} side blocks along each side
 * @returns {import('@maplebridge/engine/districting/graph').DistrictGraph} costs and lengths are metres of border,
 *   weights households
 */
export function buildCity(side, seed) {
  const random = new Random(seed);
  const chance = () => random.below(1 << 20) / (1 << 20);
  const corner = (i, j) => i * (side + 1) + j;
  const corners = [];
  for (let i = 0; i <= side; i++)
    for (let j = 0; j <= side; j++)
      corners.push([
        (j + (j % side === 0 ? 0 : 0.5 * (chance() - 0.5))) * blockMetres,
        (i + (i % side === 0 ? 0 : 0.5 * (chance() - 0.5))) * blockMetres,
      ]);
  const metres = (a, b) => Math.hypot(corners[a][0] - corners[b][0], corners[a][1] - corners[b][1]);
  const block = (i, j) => i * side + j;
  const edges = [];
  const areas = [];
  const rims = [];
  const households = [];
  for (let i = 0; i < side; i++)
    for (let j = 0; j < side; j++) {
      const ring = [corner(i, j), corner(i, j + 1), corner(i + 1, j + 1), corner(i + 1, j)];
      areas.push(areaOf(ring.map((c) => corners[c])));
      const [south, east, north, west] = ring.map((c, k) => metres(c, ring[(k + 1) % 4]));
      rims.push(
        (i === 0 ? south : 0) +
          (j === side - 1 ? east : 0) +
          (i === side - 1 ? north : 0) +
          (j === 0 ? west : 0),
      );
      if (j < side - 1) edges.push([block(i, j), block(i, j + 1), east, east]);
      if (i < side - 1) edges.push([block(i, j), block(i + 1, j), north, north]);
      households.push(drawHouseholds(i / side, j / side, chance));
    }
  return districtGraph(households, edges, { areas, rims });
}

/** 5 to 120, many where one of the centres is near; a block in twenty is a park. */
function drawHouseholds(y, x, chance) {
  const near = Math.max(0, 1 - 3 * Math.hypot(x - 0.35, y - 0.4), 0.7 - 3 * Math.hypot(x - 0.75, y - 0.7));
  const households = Math.round(5 + 25 * chance() + 90 * near * chance());
  return chance() < 0.05 ? 0 : households;
}

function areaOf(ring) {
  let twice = 0;
  ring.forEach(([x, y], k) => {
    const [nextX, nextY] = ring[(k + 1) % ring.length];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
