import type { DemoGrid } from '../county.types.js';
import { centroid, fromPosition, toRing } from '../geometry/plane.js';
import type { Plan } from '../plan/lay-plan.js';
import type { Discs } from './disc.js';
import { numbered } from '../../../territory/numbered.js';
import { growLabels, partition } from './partition.js';
import { distanceToRegion, POLICE_AREAS, STATIONS } from './regions.js';

/** Adds the police grids to `grids`; they mostly keep to social grids and here and there cut through one. Gives their index by face. */
export function policeGrids(
  plan: Plan,
  discs: Discs,
  grids: DemoGrid[],
  socialGridOf: Int32Array,
  weight: (face: number) => number,
): Int32Array {
  const { faces, arcs } = plan.subdivision;
  const { points } = plan.arrangement;
  const reach = POLICE_AREAS.map((area) => distanceToRegion(area, plan.frames));
  const gridCosts = grids.map((grid) => {
    const middle = centroid(grid.boundary[0]!.map(fromPosition));
    return reach.map((metres) => metres(middle));
  });
  const faceCosts = faces.map((face) => reach.map((metres) => metres(centroid(face.polygon))));
  const areaOf = growLabels(
    plan.subdivision,
    discs,
    POLICE_AREAS.length,
    (face, area) => 0.7 * gridCosts[socialGridOf[face]!]![area]! + 0.3 * faceCosts[face]![area]!,
  );
  const policeGridOf = new Int32Array(faces.length);
  const serials = STATIONS.map(() => 0);
  POLICE_AREAS.forEach((area, index) => {
    const pieces = new Map<number, number[]>();
    faces.forEach((_, face) => {
      if (areaOf[face] !== index) return;
      const grid = socialGridOf[face]!;
      pieces.set(grid, [...(pieces.get(grid) ?? []), face]);
    });
    const groups = [...pieces.values()].flatMap((piece) =>
      discs.isDisc(piece) ? [piece] : piece.map((face) => [face]),
    );
    const parts = partition(plan.subdivision, discs, {
      groups,
      count: area.grids,
      weight: (face) => weight(face) / 1900,
      arcCost: (arc) => {
        const { left, right, metres, followedMetres } = arcs[arc]!;
        const onSocialBorder = right < 0 || socialGridOf[left] !== socialGridOf[right];
        return onSocialBorder ? 0 : 0.5 * metres + (metres - followedMetres);
      },
    });
    const station = STATIONS[area.station]!;
    const areaCode = station.code.slice(0, 8) + area.name.slice(0, 2) + '00';
    for (const part of numbered(
      parts.map((members) => ({
        faces: members,
        middle: centroid(discs.outline(members).map((node) => points[node]!)),
      })),
    )) {
      const serial = String(++serials[area.station]!).padStart(2, '0');
      for (const face of part.faces) policeGridOf[face] = grids.length;
      grids.push({
        code: areaCode.slice(0, 10) + serial,
        name: `${station.short}${area.name}${serial}警格`,
        partition: 'POLICE',
        kind: 'BASIC',
        parentCode: areaCode,
        boundary: [toRing(discs.outline(part.faces).map((node) => points[node]!))],
        households: 0,
      });
    }
  });
  return policeGridOf;
}
