import type { MultiPolygon, Polygon, Position } from 'geojson';
import { isInside, LinesAlong } from './lines-along.js';
import { cutIntoSides, outlineOf, planeAt, sides, type Piece, type Place, type Side } from './outline.js';

/** A street, waterway or railway with a name. */
export interface NamedLine {
  name: string;
  path: readonly Position[];
}

/** A named water drawn as an area, or a neighbouring grid. */
export interface NamedShape {
  name: string;
  boundary: Polygon | MultiPolygon;
}

/** What lies along a side: a named line or water, another grid where there is none, or land of nobody known. */
export interface BorderMember {
  kind: 'line' | 'grid' | 'outside';
  name: string;
}

export type BorderSides = Record<Side, BorderMember[]>;

const PIECE_METRES = 10;
/** How far beyond the border a neighbour is looked for. */
const OUTWARD_METRES = 3;
/** Of two lines as near as this, the border follows the one it follows elsewhere. */
const AS_NEAR_METRES = 8;
/** What is shorter than both is not worth a word. */
const SHORT_METRES = 60;
const SHORT_SHARE = 0.15;
const MOST_MEMBERS = 3;

/**
 * A grid's borders as people describe them (四至): for each side the streets, waters and railways along it, else the
 * neighbours, in order from west to east or north to south.
 * @param boundary of several parts, the largest is described
 */
export function describeBorders(
  boundary: Polygon | MultiPolygon,
  surroundings: {
    lines: readonly NamedLine[];
    waters: readonly NamedShape[];
    neighbours: readonly NamedShape[];
  },
): BorderSides {
  const outline = outlineOf(boundary);
  const plane = planeAt(outline[0]!);
  const path = (positions: readonly Position[]) => positions.map(plane);
  const rings = ({ boundary: shape }: NamedShape) =>
    (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()).map(path);
  const lines = new LinesAlong(
    surroundings.lines.map((line) => ({ name: line.name, path: path(line.path) })),
    surroundings.waters.map((water) => ({ name: water.name, rings: rings(water) })),
  );
  const neighbours = surroundings.neighbours.map((shape) => ({ name: shape.name, rings: rings(shape) }));
  const beyond = (piece: Piece): BorderMember => {
    const place = outwards(piece);
    const found = neighbours.find(({ rings: all }) =>
      all.reduce((inside, ring) => inside !== isInside(ring, place), false),
    );
    return found ? { kind: 'grid', name: found.name } : { kind: 'outside', name: '' };
  };
  const cut = cutIntoSides(path(outline), PIECE_METRES);
  const everything = sides.flatMap((side) => cut[side]);
  return Object.fromEntries(
    sides.map((side) => [
      side,
      describeSide(cut[side].length > 0 ? cut[side] : facing(everything, side), lines, beyond),
    ]),
  ) as BorderSides;
}

const outwards = ({ middle, along }: Piece): Place => [
  middle[0] + OUTWARD_METRES * along[1],
  middle[1] - OUTWARD_METRES * along[0],
];

/** A shape that comes to a point has no side there: the stretch that faces the direction most stands for it. */
function facing(pieces: readonly Piece[], side: Side): Piece[] {
  const faces = ({ along }: Piece) =>
    ({ north: -along[0], south: along[0], east: along[1], west: -along[1] })[side];
  return [pieces.reduce((best, piece) => (faces(piece) > faces(best) ? piece : best))];
}

interface Run extends BorderMember {
  metres: number;
}

function describeSide(
  pieces: readonly Piece[],
  lines: LinesAlong,
  beyond: (piece: Piece) => BorderMember,
): BorderMember[] {
  const follows = pieces.map((piece) => lines.along(piece));
  const total = new Map<string, number>();
  follows.forEach(([nearest], i) => {
    if (nearest) total.set(nearest.name, (total.get(nearest.name) ?? 0) + pieces[i]!.metres);
  });
  const runs: Run[] = pieces.map((piece, i) => {
    const near = follows[i]!.filter(({ metres }) => metres <= follows[i]![0]!.metres + AS_NEAR_METRES);
    const [best] = near.sort((p, q) => (total.get(q.name) ?? 0) - (total.get(p.name) ?? 0));
    const member: BorderMember = best ? { kind: 'line', name: best.name } : beyond(piece);
    return { ...member, metres: piece.metres };
  });
  return pickMembers(withoutShort(joined(runs)));
}

const isSame = (a: BorderMember, b: BorderMember) => a.kind === b.kind && a.name === b.name;

/** Neighbouring runs of the same as one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && isSame(last, run)) last.metres += run.metres;
    else result.push({ ...run });
  }
  return result;
}

/** Drops the shortest run until none is too short: junctions, bridges, a corner cut off. */
function withoutShort(runs: Run[]): Run[] {
  const whole = runs.reduce((sum, { metres }) => sum + metres, 0);
  const least = Math.min(SHORT_METRES, SHORT_SHARE * whole);
  let left = runs;
  while (left.length > 1) {
    const shortest = left.reduce((best, run, i) => (run.metres < left[best]!.metres ? i : best), 0);
    if (left[shortest]!.metres >= least) break;
    left = joined(left.filter((_, i) => i !== shortest));
  }
  return left;
}

/** Each once, where it first runs; of more than a few the longest. */
function pickMembers(runs: readonly Run[]): BorderMember[] {
  const members: Run[] = [];
  for (const run of runs) {
    const known = members.find((member) => isSame(member, run));
    if (known) known.metres += run.metres;
    else members.push({ ...run });
  }
  const kept = [...members].sort((a, b) => b.metres - a.metres).slice(0, MOST_MEMBERS);
  return members.filter((member) => kept.includes(member)).map(({ kind, name }) => ({ kind, name }));
}
