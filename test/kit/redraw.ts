import { toEwkb } from '@maplebridge/server/database/ewkb';
import { localViewer, type Database } from '@maplebridge/server/database/index';
import { bumpRevision } from '@maplebridge/server/tiles/revision';
import type { Polygon } from 'geojson';
import { randomUUID } from 'node:crypto';
import { CELL, ORIGIN } from './seed.js';

/** An area in cells of the seeded county. */
export function polygon(...corners: [x: number, y: number][]): Polygon {
  const ring = corners.map(([x, y]) => [
    Math.round((ORIGIN.longitude + x * CELL) * 1e7) / 1e7,
    Math.round((ORIGIN.latitude + y * CELL) * 1e7) / 1e7,
  ]);
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

export const box = (west: number, south: number, east: number, north: number): Polygon =>
  polygon([west, south], [east, south], [east, north], [west, north]);

/** Gives grids other boundaries from an instant on, as publishing a plan does, without its checks. */
export async function redraw(
  database: Database,
  changes: readonly { gridId: string; boundary: Polygon; households?: number }[],
  at: Date,
): Promise<void> {
  await database.write(localViewer, async (session) => {
    for (const { gridId, boundary, households } of changes) {
      const [old] = await session.query<{ id: string }>(
        'SELECT id FROM territory_version WHERE territory_id = $1 AND tstzrange(valid_from, valid_to) @> $2::timestamptz',
        [gridId, at],
      );
      await session.execute('UPDATE territory_version SET valid_to = $2 WHERE id = $1', [old!.id, at]);
      await session.execute(
        `INSERT INTO territory_version (id, territory_id, county_id, community_id, police_area_id, parent_id, partition, level, code,
           name, kind, is_leaf, boundary, anchor, area_square_metres, households, valid_from)
         SELECT $2, territory_id, county_id, community_id, police_area_id, parent_id, partition, level, code, name, kind, is_leaf,
           ST_Multi($3::text::geometry), ST_Centroid($3::text::geometry), ST_Area($3::text::geometry::geography), coalesce($5, households), $4
         FROM territory_version WHERE id = $1`,
        [old!.id, randomUUID(), toEwkb(boundary), at, households ?? null],
      );
    }
    await bumpRevision(session, 'territory');
  });
}
