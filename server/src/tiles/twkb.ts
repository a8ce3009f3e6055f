/** One geometry in whole tile units: points, lines or closed rings, flat `[x, y, x, y, …]` each. */
export interface TileGeometry {
  type: 'point' | 'line' | 'polygon';
  parts: number[][];
}

/**
 * Reads TWKB (Tiny Well-known Binary, precision 0) as PostGIS writes it: type byte, flags, then zigzag varint deltas.
 * Source: github.com/TWKB/Specification.
 */
export function readTwkb(bytes: Uint8Array): TileGeometry[] {
  let at = 0;
  const byte = () => bytes[at++]!;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = byte();
      value += (next & 0x7f) * factor;
      if (next < 0x80) return value;
    }
  };
  const delta = () => {
    const value = varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };

  function geometry(): TileGeometry[] {
    const type = byte() & 0x0f;
    const flags = byte();
    if (flags & 0x02) varint(); // size
    if (flags & 0x10) return [];
    let x = 0;
    let y = 0;
    const run = (count: number) => {
      const flat: number[] = [];
      for (let i = 0; i < count; i++) flat.push((x += delta()), (y += delta()));
      return flat;
    };
    const many = <T>(read: () => T): T[] => Array.from({ length: varint() }, read);
    const ids = (count: number) => {
      if (flags & 0x04) for (let i = 0; i < count; i++) varint();
    };
    const multi = <T>(read: () => T): T[] => {
      const count = varint();
      ids(count);
      return Array.from({ length: count }, read);
    };
    const line = () => run(varint());
    const ring = () => {
      const flat = line();
      const n = flat.length;
      if (flat[0] !== flat[n - 2] || flat[1] !== flat[n - 1]) flat.push(flat[0]!, flat[1]!);
      return flat;
    };
    switch (type) {
      case 1:
        return [{ type: 'point', parts: [run(1)] }];
      case 2:
        return [{ type: 'line', parts: [line()] }];
      case 3:
        return [{ type: 'polygon', parts: many(ring) }];
      case 4:
        return [{ type: 'point', parts: multi(() => run(1)) }];
      case 5:
        return [{ type: 'line', parts: multi(line) }];
      case 6:
        return [{ type: 'polygon', parts: multi(() => many(ring)).flat() }];
      case 7:
        return multi(geometry).flat();
      default:
        throw new Error(`TWKB type ${type} is not known.`);
    }
  }
  return geometry();
}
