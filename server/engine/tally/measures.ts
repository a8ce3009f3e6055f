import type { MultiPolygon, Polygon, Position } from 'geojson';

/** What a shape measures, quick enough to be told anew with every move of the mouse. */
export interface ShapeMeasures {
  areaSquareMetres: number;
  /** Of all rings, holes included. */
  perimeterMetres: number;
  /** Polsby–Popper: 4π · area / perimeter², 1 for a circle; 0 for nothing. */
  compactness: number;
  parts: number;
}

const EQUATOR_METRES = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);
const RADIANS = Math.PI / 180;

/**
 * Measures a polygon whose edges are straight in longitude and latitude, as borders are drawn and decided here, on the
 * WGS84 ellipsoid. Area through the cylindrical equal-area projection with authalic latitude, length by the radii of
 * curvature at each edge's middle (Snyder, "Map Projections: A Working Manual", 1987, eq. 3-11 and 4-19 to 4-21). For
 * edges up to a kilometre it agrees with geodesics (`coordinates/geodesic`) to about 1e-5.
 * D. D. Polsby, R. D. Popper, "The Third Criterion", Yale Law & Policy Review 9 (1991).
 */
export function measureShape(shape: Polygon | MultiPolygon): ShapeMeasures {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  let areaSquareMetres = 0;
  let perimeterMetres = 0;
  for (const rings of parts)
    for (const [number, ring] of rings.entries()) {
      const area = Math.abs(ringSquareMetres(ring));
      areaSquareMetres += number === 0 ? area : -area;
      perimeterMetres += pathMetres(ring);
    }
  const compactness = perimeterMetres > 0 ? (4 * Math.PI * areaSquareMetres) / perimeterMetres ** 2 : 0;
  return { areaSquareMetres, perimeterMetres, compactness, parts: parts.length };
}

/** Metres along a line whose edges are straight in longitude and latitude. */
export function pathMetres(path: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) {
    const [x1, y1] = path[i - 1] as [number, number];
    const [x2, y2] = path[i] as [number, number];
    const latitude = ((y1 + y2) / 2) * RADIANS;
    const sine = Math.sin(latitude);
    const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
    const east = (EQUATOR_METRES / Math.sqrt(w)) * Math.cos(latitude) * (x2 - x1) * RADIANS;
    const north = ((EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w))) * (y2 - y1) * RADIANS;
    sum += Math.hypot(east, north);
  }
  return sum;
}

/** Signed by direction: positive counter-clockwise. */
function ringSquareMetres(ring: readonly Position[]): number {
  if (ring.length < 4) return 0;
  // From the first corner on: sums of small numbers, not differences of large ones.
  const [x0, y0] = ring[0] as [number, number];
  const q0 = authalic(y0);
  let previousX = 0;
  let previousY = 0;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const x = (ring[i]![0]! - x0) * RADIANS;
    const y = authalic(ring[i]![1]!) - q0;
    twice += previousX * y - x * previousY;
    previousX = x;
    previousY = y;
  }
  return (EQUATOR_METRES ** 2 * twice) / 2;
}

/** Half of Snyder's q (3-12): the height of a latitude on the equal-area cylinder, in equatorial radii. */
function authalic(degrees: number): number {
  const sine = Math.sin(degrees * RADIANS);
  const es = ECCENTRICITY * sine;
  return (
    ((1 - ECCENTRICITY_SQUARED) / 2) *
    (sine / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * ECCENTRICITY))
  );
}
