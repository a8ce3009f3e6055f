import { toWgs84, type CoordinateSystem } from '@maplebridge/engine/coordinates/systems';
import type { Position } from 'geojson';
import proj4 from 'proj4';
import type { Session } from '../../database/index.js';
import { Refusal } from '../../errors.js';

/** A declared coordinate system, ready to convert from. */
export interface SourceSystem {
  /** As the report names it: `wgs84`, `gcj02`, `EPSG:4549`. */
  name: string;
  /** Nobody declared it; the format's own default. */
  assumed: boolean;
  /** Source x, y → WGS84 longitude, latitude in degrees; NaN where the projection does not reach. */
  toWgs84(x: number, y: number): [longitude: number, latitude: number];
}

const NAMES: Record<string, CoordinateSystem> = {
  wgs84: 'wgs84',
  gcj02: 'gcj02',
  bd09: 'bd09',
  cgcs2000: 'cgcs2000',
  'epsg:4326': 'wgs84',
  'epsg:4490': 'cgcs2000',
  'epsg:3857': 'webmercator',
};

export const SYSTEM_CHOICES = 'wgs84, gcj02, bd09, cgcs2000, EPSG:n';

/**
 * The system a file's coordinates are in: declared by the user, else by the file, else the format's default.
 * @param fallback null where the format has no default and the user must say
 * @throws Refusal BAD_USER_INPUT when nothing was declared, or the code is not in the database's `spatial_ref_sys`
 */
export async function findSystem(
  session: Session,
  declared: string | undefined,
  inFile: string | null,
  fallback: 'wgs84' | null,
  latitudeFirst: boolean,
): Promise<SourceSystem> {
  const name = declared ?? inFile ?? fallback;
  if (name === null) throw new Refusal('BAD_USER_INPUT', 'importSystemMissing', { choices: SYSTEM_CHOICES });
  const convert = await converter(session, name);
  return {
    name: shownName(name),
    assumed: declared === undefined && inFile === null,
    toWgs84: latitudeFirst ? (x, y) => convert(y, x) : convert,
  };
}

/** A `.prj` file: OGC's well-known text. */
const WKT = /^(PROJCS|GEOGCS|PROJCRS|GEOGCRS|COMPD_CS|BOUNDCRS)\s*[[(]\s*"([^"]{1,80})"/i;

function shownName(name: string): string {
  const wellKnown = WKT.exec(name)?.[2];
  return wellKnown ?? (/^epsg/i.test(name) ? name.toUpperCase() : name.toLowerCase());
}

async function converter(session: Session, name: string): Promise<SourceSystem['toWgs84']> {
  if (WKT.test(name)) return throughProj(name, shownName(name));
  const ours = NAMES[name.toLowerCase().replace(/[-_ ]/g, '')];
  if (ours === 'wgs84' || ours === 'cgcs2000') return (x, y) => [x, y];
  if (ours) return (x, y) => toWgs84([x, y], ours);
  const code = /^epsg:(\d{1,6})$/i.exec(name)?.[1];
  if (!code)
    throw new Refusal('BAD_USER_INPUT', 'importSystemUnknown', {
      name: name.slice(0, 40),
      choices: SYSTEM_CHOICES,
    });
  const [row] = await session.query<{ text: string | null }>(
    'SELECT proj4text AS text FROM spatial_ref_sys WHERE srid = $1::int',
    [code],
  );
  if (!row?.text)
    throw new Refusal('BAD_USER_INPUT', 'importSystemUnknown', { name, choices: SYSTEM_CHOICES });
  return throughProj(row.text, name);
}

function throughProj(definition: string, name: string): SourceSystem['toWgs84'] {
  let projection: { forward(position: number[]): number[] };
  try {
    projection = proj4(definition, 'WGS84');
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'importSystemUnknown', { name, choices: SYSTEM_CHOICES });
  }
  return (x, y) => {
    try {
      const [longitude, latitude] = projection.forward([x, y]);
      return [longitude ?? NaN, latitude ?? NaN];
    } catch {
      return [NaN, NaN];
    }
  };
}

/**
 * GeoJSON geometry of any shape with its positions converted; what is not a position stays as it is, for
 * `checkGeometry` to refuse.
 */
export function convertGeometry(geometry: unknown, system: SourceSystem): unknown {
  if (typeof geometry !== 'object' || geometry === null || Array.isArray(geometry)) return geometry;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  return { type, coordinates: convertNested(coordinates, system, 0) };
}

/** Deeper than any geometry of ours, so that a hostile file cannot exhaust the stack. */
const DEEPEST = 6;

function convertNested(value: unknown, system: SourceSystem, depth: number): unknown {
  if (!Array.isArray(value) || depth > DEEPEST) return value;
  if (typeof value[0] === 'number' && typeof value[1] === 'number') {
    // Out of the range of degrees, a conversion between systems of degrees would only blur what is wrong.
    return system.toWgs84(value[0], value[1]) satisfies Position;
  }
  return value.map((inner) => convertNested(inner, system, depth + 1));
}
