import type { Relation, Selection } from '../database/look-ahead.js';
import { incidentSelection } from '../incidents/incidents.sql.js';
import { riskPointSelection } from '../risk-points/risk-points.sql.js';
import { unitSelection } from '../units/units.sql.js';
import { EVENT_TYPES } from './events.types.js';

const subject = (selection: () => Selection, source: string): Relation => ({
  selection,
  from: (e, s) => `FROM ${source} ${s} WHERE ${s}.id = ${e}.subject_id AND NOT ${e}.bulk`,
});

export const eventSelection: Selection = {
  types: EVENT_TYPES,
  fields: {
    id: (e) => `${e}.id`,
    topic: (e) => `${e}.topic`,
    occurredAt: (e) => `${e}.occurred_at`,
    subjectId: (e) => `${e}.subject_id`,
    planId: (e) => `(SELECT id FROM boundary_plan WHERE boundary_plan.id = ${e}.subject_id)`,
    incident: subject(() => incidentSelection, 'incident_shown'),
    unit: subject(() => unitSelection, 'unit'),
    riskPoint: subject(() => riskPointSelection, 'risk_point'),
  },
};

/**
 * Where the log stands: its epoch, the oldest transaction still running (events before it are all there), and what
 * retention has dropped.
 */
export const LOG_STATE = `SELECT epoch, dropped_xid::text AS "droppedXid", dropped_seq::text AS "droppedSeq",
  pg_snapshot_xmin(pg_current_snapshot())::text AS horizon FROM event_log`;
