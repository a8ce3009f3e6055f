import type { BaseLayer } from './draft.js';
import type { StreetRefusal } from './streets.js';

/** Why an object, or a piece of one, is not on the base map. */
export type SkipReason =
  | StreetRefusal
  | 'place-unnamed'
  /** Fewer than two of a way's nodes are in the file. */
  | 'nodes-missing'
  /** A way's nodes are all in one spot. */
  | 'no-length'
  /** An area's way does not end where it began, or lacks nodes. */
  | 'ring-broken'
  /** A relation's ways leave open ends: members are missing or do not meet. */
  | 'relation-ring-open'
  /** No outer ring of a relation could be closed: the relation is left out. */
  | 'relation-without-shell'
  /** An inner ring lies in no outer ring: only the ring is left out. */
  | 'hole-outside-shell'
  /** The polygon crosses itself or breaks another rule of `findFault`. */
  | 'polygon-invalid'
  /** The sea is not built from the coastline: its polygon depends on where the extract was cut. */
  | 'coastline';

/** What became of a file: features kept per layer, and objects left out per reason. */
export interface BaseReport {
  readonly kept: Record<BaseLayer, number>;
  readonly skipped: Partial<Record<SkipReason, number>>;
  /** Lines kept although some of their nodes are missing; they come as several parts or shortened. */
  cut: number;
}

export function emptyReport(): BaseReport {
  const kept = { street: 0, water: 0, waterway: 0, green: 0, landuse: 0, building: 0, railway: 0, place: 0 };
  return { kept, skipped: {}, cut: 0 };
}

export function skip(report: BaseReport, reason: SkipReason, count = 1): void {
  if (count > 0) report.skipped[reason] = (report.skipped[reason] ?? 0) + count;
}
