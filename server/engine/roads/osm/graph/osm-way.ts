import type { OsmTags } from '../visitor.js';
import { accessFlag } from '../../graph/street-graph.js';
import { classNumber, type StreetClass } from '../../graph/street-class.js';

/** What a graph keeps of a street. */
export interface StreetAttributes {
  /** Number of a street class. */
  readonly streetClass: number;
  /** Bits of `accessFlag` along and against the line. */
  readonly forward: number;
  readonly backward: number;
  /** Signed limit in km/h, 0 for none. */
  readonly limit: number;
  readonly name: string;
}

const { driving, cycling, walking } = accessFlag;
const everybody = driving | cycling | walking;

/** `highway=*` values that can be travelled, with who may by default (OSM wiki, "OSM tags for routing/Access restrictions"). */
const highways: Record<string, readonly [StreetClass, number] | undefined> = {
  motorway: ['motorway', driving],
  trunk: ['trunk', everybody],
  primary: ['primary', everybody],
  secondary: ['secondary', everybody],
  tertiary: ['tertiary', everybody],
  unclassified: ['unclassified', everybody],
  residential: ['residential', everybody],
  living_street: ['livingStreet', everybody],
  road: ['unclassified', everybody],
  service: ['service', everybody],
  track: ['track', everybody],
  pedestrian: ['pedestrian', cycling | walking],
  cycleway: ['cycleway', cycling | walking],
  footway: ['footway', walking],
  path: ['footway', cycling | walking],
  bridleway: ['footway', walking],
  steps: ['steps', walking],
};

const closed = new Set(['no', 'private', 'agricultural', 'forestry', 'delivery', 'military', 'customers']);
const open = new Set(['yes', 'permissive', 'designated', 'destination', 'official', 'public']);

/** What the street of a way is to a graph; null when nobody travels on it. */
export function streetAttributes(tags: OsmTags): StreetAttributes | null {
  // A value such as "unclassified;tertiary" is an editor's slip: the first one counts.
  const highway = tags.highway?.split(';')[0];
  if (highway === undefined) return null;
  const link = highway.endsWith('_link');
  const known = highways[link ? highway.slice(0, -5) : highway];
  if (!known || tags.area === 'yes' || tags.impassable === 'yes') return null;
  const [streetClass, usual] = known;
  const allowed =
    only(driving, usual, [tags.access, tags.vehicle, tags.motor_vehicle, tags.motorcar]) |
    only(cycling, usual, [tags.access, tags.vehicle, tags.bicycle]) |
    only(walking, usual, [tags.access, tags.foot]);
  if (allowed === 0) return null;
  const { forward, backward } = directions(tags, allowed);
  return {
    streetClass: classNumber[streetClass],
    forward,
    backward,
    limit: limitOf(tags.maxspeed),
    name: tags.name ?? tags.ref ?? '',
  };
}

/** The last of the tags, from general to special, that says yes or no decides. */
function only(flag: number, usual: number, values: readonly (string | undefined)[]): number {
  let isAllowed = (usual & flag) !== 0;
  for (const value of values) {
    if (value === undefined) continue;
    if (closed.has(value)) isAllowed = false;
    else if (open.has(value)) isAllowed = true;
  }
  return isAllowed ? flag : 0;
}

function directions(tags: OsmTags, allowed: number): { forward: number; backward: number } {
  const along = onewayOf(tags);
  if (along === 0) return { forward: allowed, backward: allowed };
  const contraflow = tags['oneway:bicycle'] === 'no' || tags.cycleway?.startsWith('opposite') === true;
  const against = allowed & (contraflow ? cycling | walking : walking);
  return along > 0 ? { forward: allowed, backward: against } : { forward: against, backward: allowed };
}

/** 1 along the line only, −1 against it only, 0 both. */
function onewayOf({ oneway, junction, highway }: OsmTags): number {
  if (oneway === '-1' || oneway === 'reverse') return -1;
  if (oneway === 'yes' || oneway === 'true' || oneway === '1') return 1;
  // Not said: roundabouts and motorways run one way by definition.
  const implied = junction === 'roundabout' || junction === 'circular' || highway === 'motorway';
  return oneway === undefined && implied ? 1 : 0;
}

function limitOf(text: string | undefined): number {
  const found = /^(\d+(?:\.\d+)?)\s*(mph)?$/.exec(text ?? '');
  if (!found) return 0;
  const limit = Number(found[1]) * (found[2] ? 1.609344 : 1);
  return limit >= 5 && limit <= 150 ? Math.round(limit) : 0;
}

/** Bits of `vertexFlag` that a node's tags set: signals, and barriers with whom they stop. */
export function vertexFlagsOf(tags: OsmTags): number {
  const signal = tags.highway === 'traffic_signals' ? 1 : 0;
  const stopped = barriers[tags.barrier ?? ''] ?? 0;
  if (stopped === 0) return signal;
  const passing =
    only(driving, everybody & ~stopped, [tags.access, tags.vehicle, tags.motor_vehicle]) |
    only(cycling, everybody & ~stopped, [tags.access, tags.vehicle, tags.bicycle]) |
    only(walking, everybody & ~stopped, [tags.access, tags.foot]);
  return signal | ((everybody & ~passing) << 1);
}

/** Barriers standing on a street that stop somebody unless their own tags say otherwise. */
const barriers: Record<string, number | undefined> = {
  bollard: driving,
  block: driving,
  jersey_barrier: driving,
  cycle_barrier: driving,
  motorcycle_barrier: driving,
  planter: driving,
  chain: driving,
  debris: driving,
  log: driving,
  kissing_gate: driving | cycling,
  turnstile: driving | cycling,
  stile: driving | cycling,
  full_height_turnstile: driving | cycling,
  wall: everybody,
  fence: everybody,
};
