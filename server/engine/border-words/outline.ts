import type { MultiPolygon, Polygon, Position } from 'geojson';

const DEGREE_METRES = 111_320;

/** Metres east and north of a place: flat, good for a few kilometres around it. */
export type Plane = (position: Position) => Place;
export type Place = readonly [x: number, y: number];

export function planeAt([longitude, latitude]: Position): Plane {
  const eastMetres = DEGREE_METRES * Math.cos((latitude! * Math.PI) / 180);
  return ([x, y]) => [(x! - longitude!) * eastMetres, (y! - latitude!) * DEGREE_METRES];
}

/** A short straight stretch of a border, walked with the land on the left. */
export interface Piece {
  middle: Place;
  /** Unit vector along it; outwards is to its right. */
  along: Place;
  metres: number;
}

export type Side = 'north' | 'east' | 'south' | 'west';
export const sides: readonly Side[] = ['north', 'east', 'south', 'west'];

/** The shell of the largest part, counter-clockwise, without the vertex that closes it. */
export function outlineOf(boundary: Polygon | MultiPolygon): Position[] {
  const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  const shells = parts.map(([shell]) => shell!);
  const largest = shells.reduce((best, shell) =>
    Math.abs(doubleArea(shell)) > Math.abs(doubleArea(best)) ? shell : best,
  );
  const ring = largest.slice(0, -1);
  return doubleArea(largest) < 0 ? ring.reverse() : ring;
}

function doubleArea(ring: readonly Position[]): number {
  let sum = 0;
  const [x0, y0] = ring[0]! as [number, number];
  for (let i = 0; i + 1 < ring.length; i++)
    sum += (ring[i]![0]! - x0) * (ring[i + 1]![1]! - y0) - (ring[i + 1]![0]! - x0) * (ring[i]![1]! - y0);
  return sum;
}

/**
 * Cuts an outline into its four sides. Each side is one run of the border, from corner to corner, where the corners are
 * the vertices farthest to the north-east, north-west, south-west and south-east: of all ways to cut a ring into four
 * such runs this is the one in which the runs face their directions most (what a run faces north adds up to how far it
 * goes west). A side that two corners leave nothing of is empty.
 * @param ring counter-clockwise, metres
 * @returns the pieces of each side, at most `longest` metres each, west to east or north to south
 */
export function cutIntoSides(ring: readonly Place[], longest: number): Record<Side, Piece[]> {
  const corner = (worth: (place: Place) => number) =>
    ring.reduce((best, place, i) => (worth(place) > worth(ring[best]!) ? i : best), 0);
  const northEast = corner(([x, y]) => x + y);
  const northWest = corner(([x, y]) => y - x);
  const southWest = corner(([x, y]) => -x - y);
  const southEast = corner(([x, y]) => x - y);
  return {
    north: piecesBetween(ring, northEast, northWest, longest).reverse(),
    east: piecesBetween(ring, southEast, northEast, longest).reverse(),
    south: piecesBetween(ring, southWest, southEast, longest),
    west: piecesBetween(ring, northWest, southWest, longest),
  };
}

function piecesBetween(ring: readonly Place[], from: number, to: number, longest: number): Piece[] {
  const pieces: Piece[] = [];
  for (let i = from; i !== to; i = (i + 1) % ring.length) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const [dx, dy] = [bx - ax, by - ay];
    const metres = Math.sqrt(dx * dx + dy * dy);
    if (metres === 0) continue;
    const count = Math.ceil(metres / longest);
    for (let part = 0; part < count; part++) {
      const share = (part + 0.5) / count;
      pieces.push({
        middle: [ax + share * dx, ay + share * dy],
        along: [dx / metres, dy / metres],
        metres: metres / count,
      });
    }
  }
  return pieces;
}
