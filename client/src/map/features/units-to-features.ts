import type { FeatureCollection, Geometry } from 'geojson';
import { collection, feature } from './collection.js';

export interface UnitInput {
  id: string;
  callSign: string;
  kind: string;
  state: string;
}

export interface PositionInput {
  unitId: string;
  location: Geometry;
  headingDegrees?: number | null;
  recordedAt: string;
}

/** A position older than this is history, not where the unit is. */
const unitStaleAfterMilliseconds = 60_000;

/** Whether a unit's last word on where it is has become too old. */
export function isPositionStale(recordedAt: string, nowMilliseconds: number): boolean {
  return nowMilliseconds - Date.parse(recordedAt) > unitStaleAfterMilliseconds;
}

/**
 * Units that have a position, as points {id, callSign, kind, state, look, stale, quietFor?, heading?}. `look` is the
 * state, or STALE; `quietFor` says how old a stale position is; heading is degrees clockwise from north.
 */
export function unitsToFeatures(
  units: readonly UnitInput[],
  positions: readonly PositionInput[],
  nowMilliseconds: number,
  formatAge: (milliseconds: number) => string = () => '',
): FeatureCollection {
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return collection(
    positions.flatMap(({ unitId, location, headingDegrees, recordedAt }) => {
      const unit = unitById.get(unitId);
      if (!unit) return [];
      const { id, callSign, kind, state } = unit;
      const stale = isPositionStale(recordedAt, nowMilliseconds);
      const look = stale ? 'STALE' : state;
      return [
        feature(location, {
          id,
          callSign,
          name: callSign,
          kind,
          state,
          look,
          stale,
          quietFor: (stale && formatAge(nowMilliseconds - Date.parse(recordedAt))) || null,
          heading: headingDegrees,
        }),
      ];
    }),
  );
}
