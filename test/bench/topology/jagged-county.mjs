import { createRandom } from '../foundation/incidents/random.mjs';

/** 50 × 40 grids whose borders bend 19 times between corners: 2,000 grids, about 80,000 vertices. */
const COLUMNS = 50;
const ROWS = 40;
const BENDS = 19;

/**
 * The demo county with its social grids redrawn as a mesh of jagged cells over its bounds.
 *
 * @param {import('@maplebridge/server/demo/seed-demo').Demo} demo
 * @returns {import('@maplebridge/server/demo/seed-demo').Demo}
 */
export function withJaggedGrids(demo) {
  const { county } = demo;
  const parents = county.divisions.filter(({ level }) => level === 'COMMUNITY');
  const cells = jaggedCells(county.bounds);
  const social = cells.map(({ column, row, boundary }) => {
    const parent = parents[Math.floor((column * parents.length) / COLUMNS)];
    const number = String(row * COLUMNS + column + 1);
    return {
      code: `${parent.code}-${number}`,
      name: `${parent.name}第${number}网格`,
      partition: 'SOCIAL',
      kind: 'BASIC',
      parentCode: parent.code,
      boundary,
      households: 380,
    };
  });
  const police = county.grids.filter(({ partition }) => partition === 'POLICE');
  const posts = county.posts.map((post) => ({ ...post, gridCodes: [] }));
  return { ...demo, county: { ...county, grids: [...social, ...police], posts } };
}

/**
 * Inner corners of the mesh, every second one in both directions: together they touch each grid exactly once.
 *
 * @param {readonly [number, number, number, number]} bounds the county's
 * @returns {[number, number][]} whole steps of 1e-7°
 */
export function nodesTouchingAll(bounds) {
  return jaggedCells(bounds)
    .filter(({ column, row }) => column % 2 === 1 && row % 2 === 1)
    .map(({ boundary }) => boundary[0][0].map((degrees) => Math.round(degrees * 1e7)));
}

function jaggedCells([west, south, east, north]) {
  const random = createRandom(5);
  const [width, height] = [(east - west) / COLUMNS, (north - south) / ROWS];
  const stray = () => (random() - 0.5) * 0.3;
  const corner = (column, row) => [
    west + (column + (column % COLUMNS ? stray() : 0)) * width,
    south + (row + (row % ROWS ? stray() : 0)) * height,
  ];
  const corners = Array.from({ length: ROWS + 1 }, (_, row) =>
    Array.from({ length: COLUMNS + 1 }, (__, column) => corner(column, row)),
  );
  // A border is drawn once and read by both its cells, or there would be gaps.
  const level = corners.map((line, row) =>
    line.slice(1).map((to, column) => bend(line[column], to, row % ROWS === 0, height, 1, random)),
  );
  const upright = corners
    .slice(1)
    .map((line, row) =>
      line.map((to, column) => bend(corners[row][column], to, column % COLUMNS === 0, width, 0, random)),
    );
  return Array.from({ length: ROWS * COLUMNS }, (_, i) => {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    const ring = [
      ...level[row][column].slice(0, -1),
      ...upright[row][column + 1].slice(0, -1),
      ...level[row + 1][column].toReversed().slice(0, -1),
      ...upright[row][column].toReversed(),
    ];
    return { column, row, boundary: [ring] };
  });
}

/** From one corner to the next, straying to either side by less than would let borders meet. */
function bend(from, to, isStraight, size, axis, random) {
  const line = Array.from({ length: BENDS + 2 }, (_, i) => {
    const share = i / (BENDS + 1);
    const place = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    if (!isStraight && i > 0 && i <= BENDS)
      place[axis] += (random() - 0.5) * 0.3 * size * Math.min(share, 1 - share);
    return place.map((degrees) => Math.round(degrees * 1e7) / 1e7);
  });
  return line;
}
