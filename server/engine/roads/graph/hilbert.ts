/**
 * Place along a Hilbert curve over the whole map (20 bits a side, about 40 m): things near each other on the ground come near each
 * other in memory, which a search's caches like. Iterative form after H. Warren, "Hacker's Delight" (2013), ch. 16.
 *
 * @param x longitude, `y` latitude, both in steps of 1e-7°
 */
export function hilbertKey(x: number, y: number): number {
  let a = Math.floor(((x / 1e7 + 180) / 360) * 0xfffff);
  let b = Math.floor(((y / 1e7 + 90) / 180) * 0xfffff);
  let key = 0;
  for (let side = 0x80000; side > 0; side >>= 1) {
    const right = (a & side) > 0 ? 1 : 0;
    const up = (b & side) > 0 ? 1 : 0;
    key = key * 4 + ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        a = 0xfffff - a;
        b = 0xfffff - b;
      }
      [a, b] = [b, a];
    }
  }
  return key;
}
