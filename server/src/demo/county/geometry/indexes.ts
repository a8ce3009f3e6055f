import { distanceToSegment, type Point } from './plane.js';

/** A point-in-polygon test for many points: edges sorted into level bands. */
export function insideTest(polygon: readonly Point[]): (point: Point) => boolean {
  let [south, north] = [Infinity, -Infinity];
  for (const [, y] of polygon) {
    if (y < south) south = y;
    if (y > north) north = y;
  }
  const bands: number[][] = Array.from({ length: Math.max(1, Math.min(200, polygon.length >> 1)) }, () => []);
  const height = (north - south) / bands.length || 1;
  const bandOf = (y: number): number => Math.min(bands.length - 1, Math.floor((y - south) / height));
  polygon.forEach(([, y], i) => {
    const [, z] = polygon[(i + 1) % polygon.length]!;
    for (let band = bandOf(Math.min(y, z)); band <= bandOf(Math.max(y, z)); band++) bands[band]!.push(i);
  });
  return ([x, y]) => {
    if (y < south || y > north) return false;
    let inside = false;
    for (const i of bands[bandOf(y)]!) {
      const [xi, yi] = polygon[i]!;
      const [xj, yj] = polygon[(i + 1) % polygon.length]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  };
}

/** Metres to the nearest of some lines, or `reach` where none is that near. */
export function nearnessTest(lines: readonly (readonly Point[])[], reach: number): (point: Point) => number {
  const cells = new Map<number, [Point, Point][]>();
  const key = (i: number, j: number): number => (i + 1000) * 4096 + j + 1000;
  const cellOf = (metres: number): number => Math.floor(metres / reach);
  for (const line of lines) {
    for (let k = 1; k < line.length; k++) {
      const a = line[k - 1]!;
      const b = line[k]!;
      for (let i = cellOf(Math.min(a[0], b[0])) - 1; i <= cellOf(Math.max(a[0], b[0])) + 1; i++) {
        for (let j = cellOf(Math.min(a[1], b[1])) - 1; j <= cellOf(Math.max(a[1], b[1])) + 1; j++) {
          const cell = cells.get(key(i, j));
          if (cell) cell.push([a, b]);
          else cells.set(key(i, j), [[a, b]]);
        }
      }
    }
  }
  return (point) => {
    let best = reach;
    const cell = cells.get(key(cellOf(point[0]), cellOf(point[1])));
    if (cell) for (const [a, b] of cell) best = Math.min(best, distanceToSegment(point, a, b));
    return best;
  };
}

export const closedLine = (ring: readonly Point[]): Point[] => [...ring, ring[0]!];
