/** Web Mercator tiles: half the side of the world in metres (EPSG:3857). */
const HALF_WORLD_METRES = 20037508.342789244;
export const EXTENT = 4096;
/** Units drawn beyond the tile's edge, so that wide lines and symbols are not cut. */
const BUFFER = 64;

export interface Tile {
  z: number;
  x: number;
  y: number;
}

/** @returns null unless all three are whole numbers within range */
export function parseTile(z: string, x: string, y: string): Tile | null {
  if (![z, x, y].every((part) => /^\d{1,8}$/.test(part))) return null;
  const tile = { z: Number(z), x: Number(x), y: Number(y) };
  const side = 2 ** tile.z;
  return tile.z <= 22 && tile.x < side && tile.y < side ? tile : null;
}

/** West, south, east, north of a tile with its buffer, metres in EPSG:3857; and metres per tile unit. */
export function tileFrame({ z, x, y }: Tile) {
  const side = (2 * HALF_WORLD_METRES) / 2 ** z;
  const unit = side / EXTENT;
  const west = -HALF_WORLD_METRES + x * side;
  const north = HALF_WORLD_METRES - y * side;
  const margin = BUFFER * unit;
  return {
    west,
    north,
    unit,
    box: [west - margin, north - side - margin, west + side + margin, north + margin] as const,
  };
}
