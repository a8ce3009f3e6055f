import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readConnection, type Connection, type Page } from '../database/connection.js';
import { requestedFields } from '../database/look-ahead.js';
import { readRecord } from '../database/record.js';
import { requirePosition } from '../position.js';
import { TerritoryPartition } from '../database/prisma/enums.js';
import type { GridFilter, TerritoryFilter } from './territory.inputs.js';
import {
  GRID_LEVELS,
  gridSelectionAt,
  gridWhere,
  inForce,
  territorySelectionAt,
  territoryWhere,
} from './territory.sql.js';
import type { Grid, Territory } from './territory.types.js';

const BY_CODE = (alias: string) => [
  { sql: `${alias}.code`, type: 'text', direction: 'ASC' as const },
  { sql: `${alias}.id`, type: 'uuid', direction: 'ASC' as const },
];

export function listTerritories(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: TerritoryFilter,
  page: Page,
): Promise<Connection<Territory>> {
  return database.read(viewer, (session) =>
    readConnection<Territory>(session, info, page, (parameters) => ({
      selection: territorySelectionAt(filter.at),
      from: 'territory_version t',
      alias: 't',
      where: territoryWhere(filter, parameters),
      order: BY_CODE('t'),
    })),
  );
}

export function listGrids(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: GridFilter,
  page: Page,
): Promise<Connection<Grid>> {
  return database.read(viewer, (session) =>
    readConnection<Grid>(session, info, page, (parameters) => ({
      selection: gridSelectionAt(filter.at),
      from: 'territory_version g',
      alias: 'g',
      where: gridWhere(filter, parameters),
      order: BY_CODE('g'),
    })),
  );
}

export function findGrid(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
  at?: Date,
): Promise<Grid | null> {
  return database.read(viewer, (session) =>
    readRecord<Grid>(
      session,
      requestedFields(info),
      gridSelectionAt(at),
      (parameters) =>
        `FROM territory_version r WHERE r.territory_id = ${parameters.add(id, 'uuid')} ` +
        `AND r.level IN ${GRID_LEVELS} AND ${inForce('r', at, parameters)}`,
    ),
  );
}

/** The grid in force at an instant that contains the place; on a border, the one with the lowest code. */
export function findGridAt(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  place: { longitude: number; latitude: number },
  partition: TerritoryPartition,
  at?: Date,
): Promise<Grid | null> {
  requirePosition(place.longitude, place.latitude);
  return database.read(viewer, (session) =>
    readRecord<Grid>(session, requestedFields(info), gridSelectionAt(at), (parameters) => {
      const point = `ST_SetSRID(ST_MakePoint(${parameters.add(place.longitude, 'float8')}, ${parameters.add(place.latitude, 'float8')}), 4326)`;
      return (
        `FROM territory_version r WHERE r.partition = ${parameters.add(partition, 'territory_partition')} ` +
        `AND r.level IN ${GRID_LEVELS} AND ${inForce('r', at, parameters)} ` +
        `AND lies_in(${point}, r.boundary) ORDER BY r.code`
      );
    }),
  );
}
