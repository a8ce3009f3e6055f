import { contains } from '@maplebridge/engine/geometry/point-in-polygon';
import type { MultiPolygon } from 'geojson';
import type { Session } from '../../database/index.js';
import type { TerritoryPartition } from '../../database/prisma/enums.js';
import type { CheckedArea } from './check-territory.js';

/** Territories of one tree that may be parents. */
export interface ParentFinder {
  /** The code of the parent an area names, or undefined when there is none such. */
  find(area: CheckedArea): string | undefined;
}

/**
 * Finds parents by code. Where an import had to number several territories of one code (`31`, `31-2`), the one that
 * holds most of the area's corners is meant.
 */
export async function loadParents(
  session: Session,
  partition: TerritoryPartition,
  areas: readonly CheckedArea[],
): Promise<ParentFinder> {
  const wanted = [...new Set(areas.map(({ parentCode }) => parentCode).filter((code) => code !== null))];
  // Leading zeros come and go between files: `01` and `1` are one district.
  const rows = await session.query<{ code: string; boundary: MultiPolygon; base: string }>(
    `SELECT v.code, w.code AS base, ST_AsGeoJSON(v.boundary, 7)::json AS boundary FROM territory_now v
     JOIN unnest($1::text[]) AS w (code) ON ltrim(regexp_replace(v.code, '-[0-9]+$', ''), '0') = ltrim(w.code, '0') OR v.code = w.code
     WHERE v.partition = $2::territory_partition AND NOT v.is_leaf AND v.level <> 'COUNTY' ORDER BY v.code = w.code DESC, v.code`,
    [wanted, partition],
  );
  const byBase = new Map<string, { code: string; boundary: MultiPolygon }[]>();
  for (const row of rows) byBase.set(row.base, [...(byBase.get(row.base) ?? []), row]);
  return {
    find(area) {
      const candidates = byBase.get(area.parentCode!) ?? [];
      if (candidates.length <= 1) return candidates[0]?.code;
      const corners = area.boundary.coordinates[0]![0]!;
      const held = candidates.map(
        ({ boundary }) => corners.filter((corner) => contains(boundary, corner) !== 'outside').length,
      );
      return candidates[held.indexOf(Math.max(...held))]!.code;
    },
  };
}
