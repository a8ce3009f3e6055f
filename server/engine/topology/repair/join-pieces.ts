import type { Arrangement } from '../arrangement/arrange.js';
import { regions } from '../arrangement/dissolve.js';
import { eachHalfEdge, type FaceSize } from '../arrangement/face-size.js';
import { NOBODY } from './decide-owners.js';
import { isThin, longestOwner, sharedBorders, type ClaimedFaces } from './face-faults.js';
import { settle } from './settle.js';

/** Land of a grid that does not hang together with what it came as. */
export interface Piece {
  readonly grid: number;
  readonly faces: ReadonlySet<number>;
}

/** What was done about pieces. */
export interface JoinedPieces {
  /** Given to a neighbour because thinner than the tolerance. */
  readonly thin: Piece[];
  /** Left as islands, for nothing could join them. */
  readonly islands: Piece[];
}

/**
 * Keeps each grid in one piece, or as many as it came in: a piece cut off is joined again by giving back land that
 * was decided for another, if that one then does not fall apart; what is thinner than the tolerance goes to a neighbour.
 * Changes the owners of faces in place.
 */
export function joinPieces(
  faces: ClaimedFaces,
  gridOf: readonly number[],
  ownerOf: Int32Array,
  toleranceMetres: number,
): JoinedPieces {
  const thin: Piece[] = [];
  const kept = new Set<number>();
  for (;;) {
    const pieces = findPieces(faces, gridOf, ownerOf);
    const slight = pieces.filter(({ faces: own }) => isThin(sizeOf(faces, own), toleranceMetres));
    if (slight.length > 0) {
      giveAway(slight, faces.arrangement, ownerOf);
      thin.push(...slight);
      continue;
    }
    const piece = pieces.find(({ faces: own }) => !kept.has(Math.min(...own)));
    if (!piece) return { thin, islands: pieces };
    if (!giveBack(piece, pieces.length, faces, gridOf, ownerOf)) kept.add(Math.min(...piece.faces));
  }
}

/** Each to the neighbour with the longest shared border that is no such piece itself. */
function giveAway(pieces: readonly Piece[], arrangement: Arrangement, ownerOf: Int32Array): void {
  const sound = ownerOf.slice();
  for (const { faces } of pieces) for (const face of faces) sound[face] = NOBODY;
  settle(pieces, ({ faces }, isLastResort) => {
    const heir = longestOwner(sharedBorders(arrangement, faces, sound), () => true);
    if (heir === -1 && !isLastResort) return false;
    for (const face of faces) ownerOf[face] = sound[face] = heir;
    return true;
  });
}

/** Regions of a grid beyond the main one of each of its parts, smallest first. */
function findPieces(
  { arrangement, sizes }: ClaimedFaces,
  gridOf: readonly number[],
  ownerOf: Int32Array,
): Piece[] {
  const regionOf = regions(arrangement, ownerOf);
  const facesOf = new Map<number, number[]>();
  const areaOfPart = new Map<number, Map<number, number>>();
  for (let face = 1; face < arrangement.count; face++) {
    const grid = ownerOf[face]!;
    if (grid === NOBODY) continue;
    const region = regionOf[face]!;
    const own = facesOf.get(region);
    if (own) own.push(face);
    else facesOf.set(region, [face]);
    for (const part of arrangement.covers[face]!) {
      if (gridOf[part] !== grid) continue;
      const areas = areaOfPart.get(part) ?? new Map<number, number>();
      areaOfPart.set(part, areas);
      areas.set(region, (areas.get(region) ?? 0) + sizes[face]!.area);
    }
  }
  for (const areas of areaOfPart.values()) {
    let [main, most] = [-1, -1];
    for (const [region, area] of areas)
      if (area > most || (area === most && region < main)) [main, most] = [region, area];
    facesOf.delete(main);
  }
  const area = (own: readonly number[]) => own.reduce((sum, face) => sum + sizes[face]!.area, 0);
  return [...facesOf.values()]
    .sort((p, q) => area(p) - area(q) || p[0]! - q[0]!)
    .map((own) => ({ grid: ownerOf[own[0]!]!, faces: new Set(own) }));
}

function sizeOf({ arrangement, sizes }: ClaimedFaces, own: ReadonlySet<number>): FaceSize {
  const area = [...own].reduce((sum, face) => sum + sizes[face]!.area, 0);
  const borders = sharedBorders(arrangement, own, new Int32Array(arrangement.count));
  const perimeter = borders.get(0) ?? 0;
  return { area, perimeter, width: (2 * area) / perimeter };
}

/** Tries the faces beside a piece that its grid claimed too, until there are fewer pieces. */
function giveBack(
  piece: Piece,
  pieceCount: number,
  faces: ClaimedFaces,
  gridOf: readonly number[],
  ownerOf: Int32Array,
): boolean {
  const { arrangement, claims } = faces;
  for (const face of facesBeside(arrangement, piece.faces)) {
    const owner = ownerOf[face]!;
    if (owner === piece.grid || !claims[face]!.includes(piece.grid)) continue;
    ownerOf[face] = piece.grid;
    const isFewer = findPieces(faces, gridOf, ownerOf).length < pieceCount;
    if (isFewer && ownerOf.includes(owner)) return true;
    ownerOf[face] = owner;
  }
  return false;
}

function facesBeside(arrangement: Arrangement, own: ReadonlySet<number>): number[] {
  const beside = new Set<number>();
  for (const face of own)
    eachHalfEdge(arrangement, face, (h) => {
      const beyond = arrangement.faceOf[h ^ 1]!;
      if (beyond !== 0 && !own.has(beyond)) beside.add(beyond);
    });
  return [...beside].sort((a, b) => a - b);
}
