import { distanceMetres } from '@maplebridge/engine/coordinates/geodesic';
import type { CuttingLine } from '@maplebridge/engine/topology/blocks/street-blocks';
import type { MultiPolygon, Position } from 'geojson';

/** The sides of square cells over some land; those with both ends outside it are left out. */
export function latticeIn(land: MultiPolygon, cellSquareMetres: number): CuttingLine[] {
  const rings = land.coordinates.flat();
  const places = rings.flat();
  const [west, east] = rangeOf(places.map(([x]) => x!));
  const [south, north] = rangeOf(places.map(([, y]) => y!));
  const side = Math.sqrt(cellSquareMetres);
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const perDegree = (dx: number, dy: number) =>
    1000 * distanceMetres(middle, [middle[0]! + dx, middle[1]! + dy]);
  const stepX = side / perDegree(0.001, 0);
  const stepY = side / perDegree(0, 0.001);
  const columns = Math.ceil((east - west) / stepX) + 1;
  const rows = Math.ceil((north - south) / stepY) + 1;
  // Half a cell off the corner, so that lines rarely run along straight borders.
  const at = (column: number, row: number): Position => [
    west + (column - 0.5) * stepX,
    south + (row - 0.5) * stepY,
  ];
  const lines: CuttingLine[] = [];
  let below: boolean[] = [];
  for (let row = 0; row <= rows; row++) {
    const crossings = crossingsAt(rings, at(0, row)[1]!);
    const isInside = Array.from({ length: columns + 1 }, (_, column) => {
      const x = at(column, row)[0]!;
      return crossings.filter((crossing) => crossing < x).length % 2 === 1;
    });
    isInside.forEach((inside, column) => {
      if (inside || isInside[column + 1]) lines.push(between(at(column, row), at(column + 1, row)));
      if (row > 0 && (inside || below[column])) lines.push(between(at(column, row - 1), at(column, row)));
    });
    below = isInside;
  }
  return lines;
}

/** Where a level line crosses rings. */
function crossingsAt(rings: readonly Position[][], y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!] as [[number, number], [number, number]];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  return crossings;
}

function rangeOf(values: readonly number[]): [low: number, high: number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

const between = (from: Position, to: Position): CuttingLine => ({ path: [from, to], isStreet: false });
