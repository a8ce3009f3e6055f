import { longestOwner, sharedBorders, type ClaimedFaces } from './face-faults.js';
import { isHole } from './hole.js';
import { settle } from './settle.js';

/** Nobody's: outside, or a hole left open. */
export const NOBODY = -1;
const UNDECIDED = -2;

/** Two grids that share this much of both are one grid twice. */
const DUPLICATE_SHARE = 0.95;

export interface Decision {
  /** The grid each face goes to, or NOBODY. */
  readonly ownerOf: Int32Array;
  /** Faces left open as holes. */
  readonly holes: number[];
  /** Grids left out because another is the same: [kept, left out]. */
  readonly duplicates: [kept: number, dropped: number][];
  /** Grids that others cover wholly, which got their land all the same. */
  readonly covered: number[];
}

/**
 * Gives every face to one grid. Land two grids claim goes to one of them, land nobody claims to a neighbour: the one with
 * the longest shared border, the smallest faces first. A grid with no land of its own gets what it claims, so that none is lost.
 */
export function decideOwners(faces: ClaimedFaces): Decision {
  const { arrangement, sizes, isSliver, areas } = faces;
  const duplicates = findDuplicates(faces);
  const dropped = new Set(duplicates.map(([, grid]) => grid));
  const claims = faces.claims.map((grids) =>
    dropped.size === 0 ? grids : grids.filter((grid) => !dropped.has(grid)),
  );
  const landless = findLandless(claims, isSliver, areas.length);
  for (const grid of dropped) landless.delete(grid);
  const byArea = (a: number, b: number) => areas[a]! - areas[b]! || a - b;

  const ownerOf = new Int32Array(claims.length).fill(UNDECIDED);
  ownerOf[0] = NOBODY;
  const holes = findHoles(faces, claims);
  for (const hole of holes) ownerOf[hole] = NOBODY;
  const open: number[] = [];
  for (let face = 1; face < claims.length; face++) {
    if (ownerOf[face] !== UNDECIDED) continue;
    const grids = claims[face]!;
    const first = grids.filter((grid) => landless.has(grid)).sort(byArea)[0];
    if (grids.length === 1) ownerOf[face] = grids[0]!;
    else if (first !== undefined) ownerOf[face] = first;
    else open.push(face);
  }
  open.sort((a, b) => sizes[a]!.area - sizes[b]!.area || a - b);
  settle(open, (face, isLastResort) => {
    const grids = claims[face]!;
    const shared = sharedBorders(arrangement, new Set([face]), ownerOf);
    const best = longestOwner(shared, (owner) => grids.length === 0 || grids.includes(owner));
    if (best !== -1) ownerOf[face] = best;
    else if (isLastResort) ownerOf[face] = grids[0] ?? NOBODY;
    return ownerOf[face] !== UNDECIDED;
  });
  return { ownerOf, holes, duplicates, covered: [...landless].sort((a, b) => a - b) };
}

/**
 * Closes holes that are none any more, measured against the grids as they became, so that a second look at the result
 * finds no gap. Changes the decision in place.
 */
export function closeSmallHoles({ arrangement, sizes, areas }: ClaimedFaces, decision: Decision): void {
  const { ownerOf, holes } = decision;
  for (let count = -1; count !== holes.length;) {
    count = holes.length;
    const became = areas.map(() => 0);
    ownerOf.forEach((owner, face) => {
      if (owner !== NOBODY) became[owner]! += sizes[face]!.area;
    });
    const left = became.filter((area) => area > 0);
    for (const hole of [...holes]) {
      if (isHole(sizes[hole]!.area, sizes[hole]!.width, left)) continue;
      ownerOf[hole] = longestOwner(sharedBorders(arrangement, new Set([hole]), ownerOf), () => true);
      if (ownerOf[hole] !== NOBODY) holes.splice(holes.indexOf(hole), 1);
    }
  }
}

function findDuplicates({ claims, sizes, areas }: ClaimedFaces): [number, number][] {
  const common = new Map<number, number>();
  claims.forEach((grids, face) => {
    for (let i = 0; i < grids.length; i++)
      for (let j = i + 1; j < grids.length; j++) {
        const key = grids[i]! * areas.length + grids[j]!;
        common.set(key, (common.get(key) ?? 0) + sizes[face]!.area);
      }
  });
  const dropped = new Set<number>();
  const found: [number, number][] = [];
  for (const [key, area] of [...common].sort(([p], [q]) => p - q)) {
    const [first, second] = [Math.floor(key / areas.length), key % areas.length];
    if (dropped.has(first) || dropped.has(second)) continue;
    if (area < DUPLICATE_SHARE * Math.max(areas[first]!, areas[second]!)) continue;
    dropped.add(second);
    found.push([first, second]);
  }
  return found;
}

/** Grids without a face, bigger than a sliver, that nobody else claims. */
function findLandless(
  claims: readonly number[][],
  isSliver: readonly boolean[],
  gridCount: number,
): Set<number> {
  const landless = new Set(Array.from({ length: gridCount }, (_, grid) => grid));
  claims.forEach((grids, face) => {
    if (grids.length === 1 && !isSliver[face]) landless.delete(grids[0]!);
  });
  return landless;
}

function findHoles({ sizes, isSliver, areas }: ClaimedFaces, claims: readonly number[][]): number[] {
  const holes: number[] = [];
  for (let face = 1; face < claims.length; face++) {
    const { area, width } = sizes[face]!;
    if (claims[face]!.length === 0 && !isSliver[face] && isHole(area, width, areas)) holes.push(face);
  }
  return holes;
}
