import type { MultiPolygon, Position } from 'geojson';
import { areaSquareMetres } from '../../coordinates/geodesic.js';
import { toGrid } from '../../geometry/grid.js';
import { partPaths, toDegrees } from '../arrangement/areas.js';
import { arrange, type Arrangement, type Path } from '../arrangement/arrange.js';
import { dissolve } from '../arrangement/dissolve.js';
import { edgeLength } from '../arrangement/face-size.js';
import { metricAt } from '../arrangement/metric.js';
import { mergeFaces } from './merge-faces.js';

/** A street, river, railway or other line that may cut land; in degrees. */
export interface CuttingLine {
  readonly path: readonly Position[];
  /** Whether its length counts as street (a river cuts, but is no street). */
  readonly isStreet: boolean;
}

/** Land between streets. */
export interface Block {
  readonly boundary: MultiPolygon;
  readonly areaSquareMetres: number;
  /** Streets inside, and half of those along its border. */
  readonly streetMetres: number;
  /** Border on the border of the scope itself. */
  readonly outerMetres: number;
}

/** Two blocks (by their place in the list, a < b) and the border between them. */
export interface BlockAdjacency {
  readonly a: number;
  readonly b: number;
  readonly metres: number;
  /** Whether most of the shared border lies on a street. */
  readonly onStreet: boolean;
}

export interface StreetBlocks {
  readonly blocks: readonly Block[];
  readonly adjacency: readonly BlockAdjacency[];
}

export interface BlockOptions {
  /** Smaller blocks are joined to the neighbour with the longest shared border; 2,000 when not given. */
  readonly leastSquareMetres?: number;
  /** The same for narrower ones (2 · area / perimeter), such as those between two carriageways; 12 when not given. */
  readonly leastWidthMetres?: number;
}

const STREET = 1;
const OTHER_LINE = 2;

/**
 * The blocks that lines cut a scope into. They tile the scope and share all vertices with their neighbours; a dead end
 * cuts nothing, but its length counts. Where lines cross the scope's border it gets a vertex, at most a step off it.
 */
export function streetBlocks(
  lines: readonly CuttingLine[],
  within: MultiPolygon,
  { leastSquareMetres = 2_000, leastWidthMetres = 12 }: BlockOptions = {},
): StreetBlocks {
  const scope = partPaths([{ boundary: within }]).paths;
  const arrangement = arrange([...scope, ...linePaths(lines, scope)]);
  const isInside = arrangement.covers.map((cover) => cover.length > 0);
  const { blockOf, count } = mergeFaces(arrangement, isInside, leastSquareMetres, leastWidthMetres);
  const { streetMetres, outerMetres, adjacency } = measureEdges(arrangement, blockOf, count);
  const blocks = dissolve(arrangement, blockOf, count).map((parts, block) => {
    const boundary = toDegrees(arrangement.graph, parts);
    return {
      boundary,
      areaSquareMetres: areaSquareMetres(boundary),
      streetMetres: streetMetres[block]!,
      outerMetres: outerMetres[block]!,
    };
  });
  return { blocks, adjacency };
}

/** The stretches of the lines whose boxes meet the scope's. */
function linePaths(lines: readonly CuttingLine[], scope: readonly Path[]): Path[] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of scope)
    for (let i = 0; i < points.length; i += 2) {
      west = Math.min(west, points[i]!);
      east = Math.max(east, points[i]!);
      south = Math.min(south, points[i + 1]!);
      north = Math.max(north, points[i + 1]!);
    }
  const paths: Path[] = [];
  for (const { path, isStreet } of lines) {
    const points = toGrid(path);
    const marks = isStreet ? STREET : OTHER_LINE;
    let start = 0;
    for (let i = 2; i <= points.length; i += 2) {
      const isMeeting =
        i < points.length &&
        Math.max(points[i - 2]!, points[i]!) >= west &&
        Math.min(points[i - 2]!, points[i]!) <= east &&
        Math.max(points[i - 1]!, points[i + 1]!) >= south &&
        Math.min(points[i - 1]!, points[i + 1]!) <= north;
      if (isMeeting) continue;
      if (i - start > 2) paths.push({ points: points.subarray(start, i), area: -1, marks });
      start = i;
    }
  }
  return paths;
}

function measureEdges(arrangement: Arrangement, blockOf: Int32Array, count: number) {
  const { graph, faceOf, marks } = arrangement;
  const streetMetres = new Float64Array(count);
  const outerMetres = new Float64Array(count);
  const shared = new Map<number, { a: number; b: number; metres: number; street: number }>();
  for (let e = 0; e < graph.from.length; e++) {
    const sides = [blockOf[faceOf[2 * e]!]!, blockOf[faceOf[2 * e + 1]!]!];
    const [a, b] = [Math.min(...sides), Math.max(...sides)];
    if (b === -1) continue;
    const metres = edgeLength(arrangement, e, metricAt(graph.ys[graph.from[e]!]!));
    const street = marks[e]! & STREET ? metres : 0;
    streetMetres[b]! += street / 2;
    if (a === -1) outerMetres[b]! += metres;
    else streetMetres[a]! += street / 2;
    if (a === -1 || a === b) continue;
    const key = a * count + b;
    const entry = shared.get(key) ?? { a, b, metres: 0, street: 0 };
    entry.metres += metres;
    entry.street += street;
    shared.set(key, entry);
  }
  const adjacency = [...shared.values()]
    .sort((p, q) => p.a - q.a || p.b - q.b)
    .map(({ a, b, metres, street }) => ({ a, b, metres, onStreet: street > metres / 2 }));
  return { streetMetres, outerMetres, adjacency };
}
