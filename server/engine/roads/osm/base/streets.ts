import type { OsmTags } from '../visitor.js';
import { draft, isSet, type Draft } from './draft.js';

type StreetClass =
  | 'motorway'
  | 'trunk'
  | 'primary'
  | 'secondary'
  | 'tertiary'
  | 'residential'
  | 'service'
  | 'path'
  | 'pedestrian';

/** Rank (1 the most important) and first tile zoom of each class. */
export const streetRanks: Record<StreetClass, { rank: number; minZoom: number }> = {
  motorway: { rank: 1, minZoom: 6 },
  trunk: { rank: 2, minZoom: 6 },
  primary: { rank: 3, minZoom: 8 },
  secondary: { rank: 4, minZoom: 10 },
  tertiary: { rank: 5, minZoom: 11 },
  residential: { rank: 6, minZoom: 13 },
  pedestrian: { rank: 7, minZoom: 13 },
  service: { rank: 8, minZoom: 14 },
  path: { rank: 9, minZoom: 14 },
};

const classes: Record<string, StreetClass | undefined> = {
  motorway: 'motorway',
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  unclassified: 'residential',
  residential: 'residential',
  living_street: 'residential',
  road: 'residential',
  service: 'service',
  busway: 'service',
  bus_guideway: 'service',
  escape: 'service',
  pedestrian: 'pedestrian',
  footway: 'path',
  path: 'path',
  steps: 'path',
  cycleway: 'path',
  bridleway: 'path',
  track: 'path',
};

/** Pavements beside a street and aisles in a car park would only thicken the picture. */
const MINOR = new Set([
  'sidewalk',
  'crossing',
  'traffic_island',
  'parking_aisle',
  'driveway',
  'drive-through',
]);

/** Why a `highway` is not a street of the base map. */
export type StreetRefusal = 'street-not-in-use' | 'street-area' | 'street-other';

/**
 * The street that a way's tags describe, by `highway=*` (OSM wiki, "Key:highway"), or why it is none.
 * Null when the way is no highway at all. A slip road (`*_link`) has its street's class, and shows later.
 */
export function streetOf(tags: OsmTags): Draft | StreetRefusal | null {
  // A value such as "unclassified;tertiary" is an editor's slip: the first one counts.
  const highway = tags.highway?.split(';')[0];
  if (highway === undefined) return null;
  if (highway === 'construction' || highway === 'proposed' || highway === 'abandoned')
    return 'street-not-in-use';
  const link = highway.endsWith('_link');
  const kind = classes[link ? highway.slice(0, -5) : highway];
  if (!kind) return 'street-other';
  if (tags.area === 'yes') return 'street-area';
  const minor = MINOR.has(tags.footway ?? '') || MINOR.has(tags.service ?? '');
  const { rank, minZoom } = streetRanks[kind];
  return draft(tags, {
    layer: 'street',
    kind,
    as: 'line',
    rank,
    minZoom: minor ? 15 : link ? Math.max(minZoom, Math.min(minZoom + 3, 12)) : minZoom,
    ...direction(tags, kind),
  });
}

function direction(tags: OsmTags, kind: StreetClass): { oneway: boolean; reverse: boolean } {
  const { oneway } = tags;
  if (oneway === '-1' || oneway === 'reverse') return { oneway: true, reverse: true };
  if (oneway === 'yes' || oneway === 'true' || oneway === '1') return { oneway: true, reverse: false };
  // Not said: roundabouts and motorways run one way by definition.
  const implied = isSet(tags.junction) && (tags.junction === 'roundabout' || tags.junction === 'circular');
  const motorway = kind === 'motorway' && tags.highway === 'motorway';
  return { oneway: oneway === undefined && (implied || motorway), reverse: false };
}
