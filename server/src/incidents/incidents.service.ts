import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readConnection, type Connection, type Page } from '../database/connection.js';
import { requestedFields } from '../database/look-ahead.js';
import { readRecord, readRecords } from '../database/record.js';
import type { IncidentFilter } from './incidents.inputs.js';
import { incidentSelection, incidentWhere, kindSelection } from './incidents.sql.js';
import type { Incident, IncidentKind } from './incidents.types.js';

/** Newest report first. */
export function listIncidents(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: IncidentFilter,
  page: Page,
): Promise<Connection<Incident>> {
  return database.read(viewer, (session) =>
    readConnection<Incident>(session, info, page, (parameters) => ({
      selection: incidentSelection,
      from: 'incident_shown i',
      alias: 'i',
      where: incidentWhere(filter, parameters),
      order: [
        { sql: 'i.reported_at', type: 'timestamptz', direction: 'DESC' },
        { sql: 'i.id', type: 'uuid', direction: 'DESC' },
      ],
    })),
  );
}

export function findIncident(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<Incident | null> {
  return database.read(viewer, (session) =>
    readRecord<Incident>(
      session,
      requestedFields(info),
      incidentSelection,
      (parameters) => `FROM incident_shown r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    ),
  );
}

export function listIncidentKinds(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
): Promise<IncidentKind[]> {
  return database.read(viewer, (session) =>
    readRecords<IncidentKind>(
      session,
      requestedFields(info),
      kindSelection,
      () => 'FROM incident_kind r ORDER BY r.code',
    ),
  );
}
