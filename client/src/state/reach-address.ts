import type { PickedPlace, ReachOrigin, ReachRequest, TravelProfile } from './reach-store.js';

/** What of travel times an address holds. */
export interface ReachAddress {
  request?: ReachRequest;
  /** Where the nearest help is asked for. */
  place?: PickedPlace;
}

const mostOrigins = 200;
const mostLimits = 5;
const profiles: TravelProfile[] = ['DRIVING', 'CYCLING', 'WALKING'];

/**
 * Reads `reach=post:ID,unit:ID,119.60240~29.30720`, `within=60,180,300/DRIVING/8` (profile and hour may be left out)
 * and `nearest=119.60240~29.30720`. Anything malformed is dropped.
 */
export function parseReachAddress(search: Record<string, unknown>): ReachAddress {
  const text = (key: string): string => (typeof search[key] === 'string' ? (search[key] as string) : '');
  const items = text('reach').split(',').filter(Boolean).slice(0, mostOrigins);
  const points = items.flatMap((item) => parsePlace(item) ?? []);
  const origins = items.flatMap((item) => parseOrigin(item) ?? []);
  const [limitText = '', profileText = '', hourText = ''] = text('within').split('/');
  const limits = parseLimits(limitText);
  const hour = /^\d{1,2}$/.test(hourText) && Number(hourText) < 24 ? Number(hourText) : null;
  const profile = profiles.find((each) => each === profileText) ?? null;
  const place = parsePlace(text('nearest'));
  return {
    ...(points.length + origins.length > 0 && { request: { origins, points, limits, profile, hour } }),
    ...(place && { place }),
  };
}

/** Writes them as search parameters. */
export function formatReachAddress({ request, place }: ReachAddress): Record<string, string> {
  if (!request) return place ? { nearest: formatPoint(place) } : {};
  const { origins, points, limits, profile, hour } = request;
  const items = [...origins.map(({ kind, id }) => `${kind}:${id}`), ...points.map(formatPoint)];
  const within = [limits.join(','), profile ?? '', hour ?? ''].join('/').replace(/\/+$/, '');
  return { reach: items.join(','), within, ...(place && { nearest: formatPoint(place) }) };
}

const formatPoint = ({ longitude, latitude }: PickedPlace): string =>
  `${longitude.toFixed(5)}~${latitude.toFixed(5)}`;

function parsePlace(text: string): PickedPlace | null {
  const [, longitude, latitude] = /^(-?\d{1,3}(?:\.\d+)?)~(-?\d{1,2}(?:\.\d+)?)$/.exec(text) ?? [];
  const place = { longitude: Number(longitude), latitude: Number(latitude) };
  return Math.abs(place.longitude) <= 180 && Math.abs(place.latitude) <= 85 ? place : null;
}

function parseOrigin(text: string): ReachOrigin | null {
  const [, kind, id] = /^(post|unit):([\w-]{1,60})$/.exec(text) ?? [];
  return kind && id ? { kind: kind as ReachOrigin['kind'], id } : null;
}

/** Seconds in order, each once; 1, 3 and 5 minutes where there are none. */
function parseLimits(text: string): number[] {
  const seconds = text
    .split(',')
    .map(Number)
    .filter((value) => Number.isInteger(value) && value >= 1 && value <= 3600);
  const limits = [...new Set(seconds)].sort((a, b) => a - b).slice(0, mostLimits);
  return limits.length > 0 ? limits : [60, 180, 300];
}
