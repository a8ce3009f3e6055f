import type { Geometry, Position } from 'geojson';

const TYPE = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;
const WITH_SRID = 0x20000000;
const SRID = 4326;

/** A geometry as hexadecimal EWKB in EPSG:4326: what bulk statements carry, for it is the quickest to read. */
export function toEwkb(geometry: Geometry): string {
  if (geometry.type === 'GeometryCollection') throw new Error('Geometry collections are not stored.');
  const bytes = Buffer.allocUnsafe(sizeOf(geometry, true));
  write(bytes, 0, geometry, true);
  return bytes.toString('hex');
}

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

function sizeOf(geometry: Simple, outer: boolean): number {
  const head = 5 + (outer ? 4 : 0);
  const ring = (positions: Position[]) => 4 + positions.length * 16;
  switch (geometry.type) {
    case 'Point':
      return head + 16;
    case 'LineString':
      return head + ring(geometry.coordinates);
    case 'Polygon':
      return head + 4 + geometry.coordinates.reduce((sum, positions) => sum + ring(positions), 0);
    default:
      return head + 4 + parts(geometry).reduce((sum, part) => sum + sizeOf(part, false), 0);
  }
}

function parts(geometry: Extract<Simple, { type: `Multi${string}` }>): Simple[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
  }
}

function write(bytes: Buffer, start: number, geometry: Simple, outer: boolean): number {
  let at = bytes.writeUInt8(1, start);
  at = bytes.writeUInt32LE(TYPE[geometry.type] + (outer ? WITH_SRID : 0), at);
  if (outer) at = bytes.writeUInt32LE(SRID, at);
  const position = (p: Position) => (at = bytes.writeDoubleLE(p[1]!, bytes.writeDoubleLE(p[0]!, at)));
  const ring = (positions: Position[]) => {
    at = bytes.writeUInt32LE(positions.length, at);
    positions.forEach(position);
  };
  switch (geometry.type) {
    case 'Point':
      position(geometry.coordinates);
      break;
    case 'LineString':
      ring(geometry.coordinates);
      break;
    case 'Polygon':
      at = bytes.writeUInt32LE(geometry.coordinates.length, at);
      geometry.coordinates.forEach(ring);
      break;
    default: {
      const members = parts(geometry);
      at = bytes.writeUInt32LE(members.length, at);
      for (const member of members) at = write(bytes, at, member, false);
    }
  }
  return at;
}
