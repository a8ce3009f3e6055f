import type { Cache } from '@urql/exchange-graphcache';
import {
  IncidentIdsDocument,
  type IncidentIdsQuery,
  type IncidentIdsQueryVariables,
} from './generated/graphql.js';
import { matchesIncidentFilter, type IncidentFilterLike, type IncidentLike } from './incident-filter.js';

/** The part of an event batch that the cache acts on. */
export interface EventBatchData {
  reset: boolean;
  events: {
    __typename?: string;
    topic: string;
    subjectId: string;
    planId?: string | null;
    incident?: IncidentLike | null;
  }[];
}

/** Whether boundaries in force changed, not only a plan to change them. */
export const changesBoundaries = ({ topic, planId }: EventBatchData['events'][number]): boolean =>
  topic === 'BOUNDARY' && !planId;

const listFields = [
  'incidents',
  'incident',
  'units',
  'unitPositions',
  'grids',
  'grid',
  'riskPoints',
  'riskPoint',
  'posts',
  'post',
  'boundaryPlans',
];
/** What depends on the boundaries of now or then. */
const boundaryFields = ['grids', 'grid', 'posts', 'post', 'boundaryDates', 'gridHistory', 'gridStatistics'];

/** Forgets what lists hold, so that everything on screen asks again. Text search and the county keep. */
function forget(cache: Cache, fields: string[]): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fields.includes(fieldName)) cache.invalidate('Query', fieldName, args ?? undefined);
  }
}

/**
 * Brings the cache up to date with a batch. Changed records have been written already, by their ids; what is left
 * is lists: a new incident enters the first page of every list it belongs to. A reset, or many changes in one
 * (an import), is answered by asking again.
 */
export function applyEvents(cache: Cache, batch: EventBatchData): void {
  if (batch.reset) {
    forget(cache, listFields);
    return;
  }
  if (batch.events.some(({ topic, incident }) => topic === 'INCIDENT' && !incident)) {
    forget(cache, ['incidents', 'incident', 'grid']);
  }
  if (batch.events.some(changesBoundaries)) forget(cache, boundaryFields);
  // The opened plan itself follows its log: see features/edit-grids.
  if (batch.events.some(({ topic }) => topic === 'BOUNDARY'))
    forget(cache, ['boundaryPlans', 'planComparison']);
  if (batch.events.some(({ topic }) => topic === 'RISK_POINT')) forget(cache, ['riskPoints']);
  for (const { topic, incident } of batch.events) {
    if (topic === 'INCIDENT' && incident) insertIncident(cache, incident);
  }
}

function insertIncident(cache: Cache, incident: IncidentLike): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName !== 'incidents' || args?.after) continue;
    if (!matchesIncidentFilter(incident, (args?.filter ?? {}) as IncidentFilterLike)) continue;
    const list = { query: IncidentIdsDocument, variables: (args ?? {}) as IncidentIdsQueryVariables };
    cache.updateQuery<IncidentIdsQuery, IncidentIdsQueryVariables>(list, (data) => {
      if (!data?.incidents || data.incidents.edges.some(({ node }) => node.id === incident.id)) return data;
      const node = { __typename: 'Incident' as const, id: incident.id };
      const edge = { __typename: 'IncidentEdge' as const, cursor: '', node };
      const edges = [edge, ...data.incidents.edges];
      return { ...data, incidents: { ...data.incidents, totalCount: data.incidents.totalCount + 1, edges } };
    });
  }
}
