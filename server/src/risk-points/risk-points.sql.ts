import type { Selection } from '../database/look-ahead.js';
import { containing, envelope, geoJson, type Parameters } from '../database/statement.js';
import { gridSelection } from '../territory/territory.sql.js';
import type { RiskPointFilter } from './risk-points.inputs.js';

const dueAt = (r: string) => `(${r}.last_inspected_at + make_interval(days => ${r}.inspection_cycle_days))`;

export const riskPointSelection: Selection = {
  types: ['RiskPoint'],
  fields: {
    id: (r) => `${r}.id`,
    code: (r) => `${r}.code`,
    name: (r) => `${r}.name`,
    kind: (r) => `${r}.kind`,
    level: (r) => `${r}.level`,
    location: (r) => geoJson(`${r}.location`),
    address: (r) => `${r}.address`,
    ownerOrganisation: (r) => `${r}.owner_organisation`,
    inspectionCycleDays: (r) => `${r}.inspection_cycle_days`,
    lastInspectedAt: (r) => `${r}.last_inspected_at`,
    inspectionDueAt: dueAt,
    grid: {
      selection: () => gridSelection,
      from: (r, g) => `FROM territory_now ${g} WHERE ${g}.territory_id = ${r}.grid_id`,
    },
  },
};

export function riskPointWhere(filter: RiskPointFilter, parameters: Parameters): string[] {
  const where: string[] = [];
  if (filter.kinds) where.push(`r.kind = ANY(${parameters.add(filter.kinds, 'risk_kind[]')})`);
  if (filter.levels) where.push(`r.level = ANY(${parameters.add(filter.levels, 'risk_level[]')})`);
  if (filter.text) where.push(`r.name ILIKE ${parameters.add(containing(filter.text), 'text')}`);
  if (filter.bbox) where.push(`r.location && ${envelope(filter.bbox, parameters)}`);
  if (filter.gridId) where.push(`r.grid_id = ${parameters.add(filter.gridId, 'uuid')}`);
  if (filter.overdue != null)
    where.push(`coalesce(${dueAt('r')} < now(), true) = ${parameters.add(filter.overdue, 'boolean')}`);
  return where;
}
