import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Whether a place lies in an area, holes left out (crossing number; a place on the border may count for either side). */
export function isInside([x, y]: readonly [number, number], area: Polygon | MultiPolygon): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some(
    (rings) => rings.reduce((crossings, ring) => crossings + countCrossings(x, y, ring), 0) % 2 === 1,
  );
}

/** How many edges of a ring a ray from the place to the east crosses. */
function countCrossings(x: number, y: number, ring: readonly Position[]): number {
  let crossings = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossings++;
  }
  return crossings;
}
