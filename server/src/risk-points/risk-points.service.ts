import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readConnection, type Connection, type Page } from '../database/connection.js';
import { requestedFields } from '../database/look-ahead.js';
import { readRecord } from '../database/record.js';
import type { RiskPointFilter } from './risk-points.inputs.js';
import { riskPointSelection, riskPointWhere } from './risk-points.sql.js';
import type { RiskPoint } from './risk-points.types.js';

export function listRiskPoints(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: RiskPointFilter,
  page: Page,
): Promise<Connection<RiskPoint>> {
  return database.read(viewer, (session) =>
    readConnection<RiskPoint>(session, info, page, (parameters) => ({
      selection: riskPointSelection,
      from: 'risk_point r',
      alias: 'r',
      where: riskPointWhere(filter, parameters),
      order: [
        { sql: 'r.level', type: 'risk_level', direction: 'ASC' },
        { sql: 'r.code', type: 'text', direction: 'ASC' },
        { sql: 'r.id', type: 'uuid', direction: 'ASC' },
      ],
    })),
  );
}

export function findRiskPoint(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<RiskPoint | null> {
  return database.read(viewer, (session) =>
    readRecord<RiskPoint>(
      session,
      requestedFields(info),
      riskPointSelection,
      (parameters) => `FROM risk_point r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    ),
  );
}
