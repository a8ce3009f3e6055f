import { unshift } from './fixed-point.js';
import type { LonLat } from './round.js';

// Baidu's second shift on top of GCJ-02: a small wobble in polar coordinates, then an offset.
const WOBBLE = (Math.PI * 3000) / 180;
const OFFSET_LONGITUDE = 0.0065;
const OFFSET_LATITUDE = 0.006;

/** GCJ-02 degrees → BD-09 degrees (Baidu), everywhere: Baidu has no outside rule of its own. */
export function gcj02ToBd09([x, y]: LonLat): LonLat {
  const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * WOBBLE);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * WOBBLE);
  return [radius * Math.cos(angle) + OFFSET_LONGITUDE, radius * Math.sin(angle) + OFFSET_LATITUDE];
}

/** BD-09 degrees → GCJ-02 degrees, iterated until the way back agrees to 1e-11°. */
export function bd09ToGcj02(position: LonLat): LonLat {
  return unshift(position, gcj02ToBd09);
}
