/**
 * Reads a place as people write it: latitude first, as maps and phones show it, or longitude first where only that
 * can be meant. Degrees WGS84; null for anything else.
 */
export function parsePlace(text: string): { longitude: number; latitude: number } | null {
  const parts = text.trim().split(/[\s,，;；]+/);
  if (parts.length !== 2 || parts.some((part) => !/^-?\d{1,3}(\.\d+)?$/.test(part))) return null;
  const [first, second] = parts.map(Number) as [number, number];
  const [latitude, longitude] = Math.abs(first) > 85 ? [second, first] : [first, second];
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? { longitude, latitude } : null;
}
