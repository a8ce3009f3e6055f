/**
 * A made-up tiling: columns × rows four-sided grids whose borders are jagged like streets and brooks, the same for the
 * same numbers. Node (i, j) lies near its place in a lattice; each border between two nodes has `bends` vertices.
 *
 * @param {object} size
 * @param {number} size.columns
 * @param {number} size.rows
 * @param {number} size.bends vertices inside each border between nodes
 * @param {number} [size.seed]
 * @param {number} [size.side] of a grid, in 1e-7° steps
 * @returns {{ id: string, boundary: { type: 'Polygon', coordinates: [number, number][][] } }[]}
 */
export function makeTiling({ columns, rows, bends, seed = 1, side = 30_000 }) {
  const random = makeRandom(seed);
  const west = 1_170_000_000;
  const south = 260_000_000;
  const nodes = Array.from({ length: (columns + 1) * (rows + 1) }, (_, n) => {
    const [i, j] = [n % (columns + 1), Math.floor(n / (columns + 1))];
    return [
      Math.round(west + (i + 0.3 * (random() - 0.5)) * side),
      Math.round(south + (j + 0.3 * (random() - 0.5)) * side),
    ];
  });
  const nodeAt = (i, j) => j * (columns + 1) + i;
  const borders = new Map();
  /** From the lower node to the higher one, both included; bends lie beside the straight line, by turns. */
  const borderOf = (a, b) => {
    if (a > b) return borderOf(b, a).toReversed();
    const key = `${a} ${b}`;
    let border = borders.get(key);
    if (!border) {
      const [p, q] = [nodes[a], nodes[b]];
      const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
      border = [p];
      for (let k = 1; k <= bends; k++) {
        const along = (k + 0.6 * (random() - 0.5)) / (bends + 1);
        // Less so near the nodes, where borders come close to each other.
        const aside = 0.16 * Math.min(1, 4 * along, 4 * (1 - along)) * (random() - 0.5);
        border.push([Math.round(p[0] + along * dx - aside * dy), Math.round(p[1] + along * dy + aside * dx)]);
      }
      border.push(q);
      borders.set(key, border);
    }
    return border;
  };
  return Array.from({ length: columns * rows }, (_, n) => {
    const [i, j] = [n % columns, Math.floor(n / columns)];
    const corners = [nodeAt(i, j), nodeAt(i + 1, j), nodeAt(i + 1, j + 1), nodeAt(i, j + 1)];
    const ring = corners.flatMap((corner, c) => borderOf(corner, corners[(c + 1) % 4]).slice(0, -1));
    return { id: `g${n}`, boundary: { type: 'Polygon', coordinates: [[...ring, ring[0]].map(toDegrees)] } };
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const toDegrees = ([x, y]) => [x / 1e7, y / 1e7];
