import { cacheExchange, type Cache, type DataField } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Exchange } from 'urql';
import { applyEvents, type EventBatchData } from './apply-events.js';
import { forgetFormerWindows } from './former-windows.js';

const embedded = (): null => null;
const pagedFields = ['incidents', 'posts', 'riskPoints', 'units', 'grids', 'boundaryPlans'];
/** Answers about streets and cover: whole as they came, none of them a record of its own. */
const answerTypes = [
  ...['Reach', 'GridReach', 'OriginReach', 'UnitCandidate', 'CoverLoss', 'StreetNetwork'],
  ...['TravelSettings', 'ClassSpeed', 'SpeedSlot', 'TierSetting', 'TurnSeconds'],
  ...[
    'CoverBoard',
    'CoverTier',
    'UnplacedResponder',
    'CoverHour',
    'CoverGap',
    'CoverArrivals',
    'ArrivalTier',
  ],
  ...['GridArrivals', 'PostChange', 'SitingSite', 'StreetLine'],
  // Of a plan: grids as it has them are not the grids in force, though their ids are the same.
  ...['PlanGrid', 'PlanStep', 'PlanCheck', 'PlanFault', 'PlanRebase', 'DroppedEdit', 'PlanEditPayload'],
  ...['GridCode', 'BorderWords', 'PlanPoints', 'PlanComparison', 'PlanParcel', 'PlanComparisonRow'],
  ...['GridAssignment', 'StaffCount', 'NormProblem', 'StaffingNorms', 'AssignmentCheck', 'AssignmentRow'],
  ...['AssignedPost', 'RefusedRow', 'CrosswalkRow', 'DistrictingProposal', 'ProposedDistrict'],
  ...['GridFigures', 'PlanBalance', 'GridHistory', 'GridLink', 'BoundaryDate', 'GridStatistic'],
];
const nodeTypes = ['Territory', 'Grid', 'Post', 'RiskPoint', 'Incident', 'Unit', 'BoundaryPlan'];

/** The one home of server data on this screen: filled by queries, kept true by the event stream. */
export function createCacheExchange(): Exchange {
  const onEvents = (result: DataField | Record<string, unknown>, _: unknown, cache: Cache): void => {
    applyEvents(cache, (result as { events: EventBatchData }).events);
    forgetFormerWindows(cache);
  };
  return cacheExchange({
    keys: {
      ...Object.fromEntries(
        nodeTypes.flatMap((type) => [`${type}Connection`, `${type}Edge`]).map((t) => [t, embedded]),
      ),
      ...Object.fromEntries(answerTypes.map((type) => [type, embedded])),
      // Asked for without its id: as it was at another time, no record of the present.
      Grid: (data) => (data.id as string | undefined) ?? null,
      PageInfo: embedded,
      EventBatch: embedded,
      IncidentBucket: embedded,
      IncidentTally: embedded,
      HourOfWeekTally: embedded,
      UnitPosition: (data) => String(data.unitId),
      IncidentKind: (data) => String(data.code),
      SearchResult: (data) => `${String(data.kind)}:${String(data.id)}`,
    },
    // Pages of one list read as one list.
    resolvers: { Query: Object.fromEntries(pagedFields.map((field) => [field, relayPagination()])) },
    updates: {
      Subscription: { events: (result, args, cache) => onEvents(result, args, cache) },
      // The same batch, when it has to be asked for because the socket does not get through.
      Query: {
        // The area alone is large, and another question makes the former answer worthless.
        reach: (_, args, cache) => {
          const asked = JSON.stringify(args);
          for (const { fieldName, arguments: former } of cache.inspectFields('Query')) {
            if (fieldName === 'reach' && JSON.stringify(former) !== asked)
              cache.invalidate('Query', 'reach', former);
          }
        },
        events: (result, args, cache) => {
          onEvents(result, args, cache);
          // Every poll has another cursor; kept, the answers to former ones would pile up.
          for (const { fieldName, arguments: former } of cache.inspectFields('Query')) {
            if (fieldName === 'events' && former?.after !== args.after)
              cache.invalidate('Query', 'events', former);
          }
        },
      },
    },
  });
}
