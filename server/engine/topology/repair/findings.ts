import { toGrid } from '../../geometry/grid.js';
import type { NamedArea } from '../arrangement/areas.js';
import { placeInside } from '../arrangement/face-size.js';
import { NOBODY, type Decision } from './decide-owners.js';
import { sharedBorders, type ClaimedFaces } from './face-faults.js';
import type { JoinedPieces } from './join-pieces.js';
import type { RepairFinding, RepairKind } from './repair.types.js';

/** What was decided, to be told: each big fault by itself, thin ones together for each pair of grids. */
export function describeFindings(
  faces: ClaimedFaces,
  { ownerOf, holes, duplicates, covered }: Decision,
  { thin, islands }: JoinedPieces,
  grids: readonly NamedArea[],
): RepairFinding[] {
  const ids = grids.map(({ id }) => id);
  const { arrangement, claims, sizes, isSliver, areas } = faces;
  const findings: RepairFinding[] = [];
  const slivers = new Map<string, { named: readonly number[]; faces: number[] }>();
  const nameOf = (owner: number) => (owner === NOBODY ? null : ids[owner]!);
  const add = (kind: RepairKind, named: readonly number[], givenTo: number, place: number, area?: number) => {
    findings.push({
      kind,
      grids: named.map((grid) => ids[grid]!),
      givenTo: nameOf(givenTo),
      at: placeInside(arrangement, place),
      areaSquareMetres: area ?? sizes[place]!.area,
      widthMetres: sizes[place]!.width,
      count: 1,
    });
  };
  const addSliver = (named: readonly number[], face: number) => {
    const key = named.join();
    const entry = slivers.get(key) ?? { named, faces: [] };
    entry.faces.push(face);
    slivers.set(key, entry);
  };
  const biggest = (list: Iterable<number>) =>
    [...list].reduce((best, face) => (sizes[face]!.area > sizes[best]!.area ? face : best));
  const sum = (list: Iterable<number>) => [...list].reduce((total, face) => total + sizes[face]!.area, 0);

  const facesOf = areas.map((): number[] => []);
  claims.forEach((claimants, face) => {
    for (const grid of claimants) facesOf[grid]!.push(face);
  });
  const others = (grid: number) =>
    [...new Set(facesOf[grid]!.flatMap((face) => claims[face]!))].filter((one) => one !== grid);
  for (const [kept, dropped] of duplicates)
    add('DUPLICATE', [kept, dropped], kept, biggest(facesOf[dropped]!), areas[dropped]);
  for (const grid of covered)
    if (facesOf[grid]!.length > 0)
      add(
        'COVERED',
        [grid, ...others(grid)],
        ownerOf.includes(grid) ? grid : NOBODY,
        biggest(facesOf[grid]!),
        areas[grid],
      );
    else
      findings.push({
        kind: 'COVERED',
        grids: [grids[grid]!.id],
        givenTo: null,
        at: cornerOf(grids[grid]!),
        areaSquareMetres: 0,
        widthMetres: 0,
        count: 1,
      });

  const isTold = new Set([...duplicates.map(([, dropped]) => dropped), ...covered]);
  const hole = new Set(holes);
  for (let face = 1; face < claims.length; face++) {
    const claimants = claims[face]!;
    if (claimants.length === 1 || hole.has(face) || claimants.some((grid) => isTold.has(grid))) continue;
    const kind = claimants.length > 1 ? 'OVERLAP' : 'GAP';
    const named = claimants.length > 1 ? claimants : neighbours(faces, face, ownerOf);
    if (isSliver[face])
      addSliver(
        named.slice(0, 2).sort((a, b) => a - b),
        face,
      );
    else add(kind, named, ownerOf[face]!, face);
  }
  for (const { grid, faces: own } of thin) {
    const heir = ownerOf[biggest(own)]!;
    addSliver(
      [grid, heir].filter((one) => one !== NOBODY).sort((a, b) => a - b),
      biggest(own),
    );
  }
  for (const { grid, faces: own } of islands) add('PIECE', [grid], grid, biggest(own), sum(own));
  for (const face of holes) add('HOLE', neighbours(faces, face, ownerOf), NOBODY, face);
  findings.sort((a, b) => b.areaSquareMetres - a.areaSquareMetres);
  for (const { named, faces: own } of slivers.values()) {
    findings.push({
      kind: 'SLIVERS',
      grids: named.map((grid) => ids[grid]!),
      givenTo: null,
      at: placeInside(arrangement, biggest(own)),
      areaSquareMetres: sum(own),
      widthMetres: Math.max(...own.map((face) => sizes[face]!.width)),
      count: own.length,
    });
  }
  return findings;
}

/** Whose land lies around a face, the longest shared border first; its own owner after all others. */
function neighbours({ arrangement }: ClaimedFaces, face: number, ownerOf: Int32Array): number[] {
  const own = ownerOf[face]!;
  const around = [...sharedBorders(arrangement, new Set([face]), ownerOf)]
    .filter(([owner]) => owner !== NOBODY)
    .sort(([p, a], [q, b]) => b - a || p - q)
    .map(([owner]) => owner);
  return own === NOBODY || around.includes(own) ? around : [...around, own];
}

function cornerOf({ boundary }: NamedArea): [x: number, y: number] {
  const [ring] = boundary.type === 'Polygon' ? boundary.coordinates : (boundary.coordinates[0] ?? []);
  const [x = 0, y = 0] = toGrid(ring?.slice(0, 1) ?? []);
  return [x, y];
}
