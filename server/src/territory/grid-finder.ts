import { toGrid } from '@maplebridge/engine/geometry/grid';
import { containsInRing } from '@maplebridge/engine/geometry/point-in-polygon';
import type { MultiPolygon, Position } from 'geojson';
import type { Session } from '../database/index.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';

/** One version of a leaf, as bulk attribution needs it. */
export interface LeafVersion {
  versionId: string;
  territoryId: string;
  partition: TerritoryPartition;
  code: string;
  communityId: string | null;
  policeAreaId: string | null;
  anchor: Position;
  boundary: MultiPolygon;
  validFrom: string | null;
  validTo: string | null;
}

interface Leaf extends LeafVersion {
  from: number;
  to: number;
  box: [west: number, south: number, east: number, north: number];
  parts: Int32Array[][];
}

const CELLS_A_SIDE = 128;

/** Every leaf version ever in force, lowest code first. */
export const loadLeafVersions = (session: Session): Promise<LeafVersion[]> =>
  session.query<LeafVersion>(
    `SELECT id AS "versionId", territory_id AS "territoryId", partition, code, community_id AS "communityId",
       police_area_id AS "policeAreaId", json_build_array(ST_X(anchor), ST_Y(anchor)) AS anchor,
       ST_AsGeoJSON(boundary, 15)::json AS boundary, valid_from AS "validFrom", valid_to AS "validTo"
     FROM territory_version WHERE is_leaf ORDER BY code`,
  );

/**
 * Finds the grid of many places, by the same rule as the database's `gridInForce`: in force at the instant, border
 * included, on a border the lowest code. Leaves are sorted into cells of a raster so that few are looked at.
 */
export class GridFinder {
  private readonly cells = new Map<number, Leaf[]>();
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;

  /** @param versions lowest code first */
  constructor(versions: LeafVersion[]) {
    const leaves = versions.map(toLeaf);
    for (const { box } of leaves) {
      this.west = Math.min(this.west, box[0]);
      this.south = Math.min(this.south, box[1]);
      this.east = Math.max(this.east, box[2]);
      this.north = Math.max(this.north, box[3]);
    }
    for (const leaf of leaves) {
      const [left, bottom, right, top] = leaf.box;
      for (let column = this.column(left); column <= this.column(right); column++)
        for (let row = this.row(bottom); row <= this.row(top); row++) {
          const cell = this.cells.get(row * CELLS_A_SIDE + column) ?? [];
          if (cell.length === 0) this.cells.set(row * CELLS_A_SIDE + column, cell);
          cell.push(leaf);
        }
    }
  }

  /** @param instant milliseconds since 1970 */
  find(partition: TerritoryPartition, place: Position, instant: number): LeafVersion | undefined {
    const [x, y] = toGrid([place]) as unknown as [number, number];
    return this.near(x, y).find((leaf) => leaf.partition === partition && holds(leaf, x, y, instant));
  }

  /** All that meet at a place on a border; else the one it lies in. Lowest code first. */
  findAll(partition: TerritoryPartition, place: Position, instant: number): LeafVersion[] {
    const [x, y] = toGrid([place]) as unknown as [number, number];
    return this.near(x, y).filter((leaf) => leaf.partition === partition && holds(leaf, x, y, instant));
  }

  private near(x: number, y: number): Leaf[] {
    if (!(x >= this.west && x <= this.east && y >= this.south && y <= this.north)) return [];
    return this.cells.get(this.row(y) * CELLS_A_SIDE + this.column(x)) ?? [];
  }

  private column(x: number): number {
    return Math.min(CELLS_A_SIDE - 1, Math.floor(((x - this.west) / (this.east - this.west)) * CELLS_A_SIDE));
  }

  private row(y: number): number {
    return Math.min(
      CELLS_A_SIDE - 1,
      Math.floor(((y - this.south) / (this.north - this.south)) * CELLS_A_SIDE),
    );
  }
}

function holds(leaf: Leaf, x: number, y: number, instant: number): boolean {
  return (
    leaf.from <= instant &&
    instant < leaf.to &&
    x >= leaf.box[0] &&
    x <= leaf.box[2] &&
    y >= leaf.box[1] &&
    y <= leaf.box[3] &&
    leaf.parts.some((rings) => isWithin(rings, x, y))
  );
}

/** Inside the shell or on any border, and not inside a hole. */
function isWithin([shell, ...holes]: Int32Array[], x: number, y: number): boolean {
  return (
    containsInRing(shell!, x, y) !== 'outside' &&
    holes.every((hole) => containsInRing(hole, x, y) !== 'inside')
  );
}

function toLeaf(version: LeafVersion): Leaf {
  const parts = version.boundary.coordinates.map((rings) => rings.map(toGrid));
  const box: Leaf['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [shell] of parts)
    for (let i = 0; i < shell!.length; i += 2) {
      box[0] = Math.min(box[0], shell![i]!);
      box[1] = Math.min(box[1], shell![i + 1]!);
      box[2] = Math.max(box[2], shell![i]!);
      box[3] = Math.max(box[3], shell![i + 1]!);
    }
  return {
    ...version,
    parts,
    box,
    from: version.validFrom === null ? -Infinity : Date.parse(version.validFrom),
    to: version.validTo === null ? Infinity : Date.parse(version.validTo),
  };
}
