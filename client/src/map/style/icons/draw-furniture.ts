import type { Palette } from '../../../ui/tokens.js';
import { drawSheet } from './draw-parts.js';

const eighths = 8;

/**
 * A ring that a count stands in: its red and amber parts are the shares of the first and second priority, clockwise
 * from the top, in eighths rounded up so that one urgent matter among a thousand still shows.
 */
export function drawCount(size: number, urgent: number, serious: number, palette: Palette): string {
  const first = Math.min(eighths, Math.max(0, urgent));
  const second = Math.min(eighths - first, Math.max(0, serious));
  // At least three and a half pixels; on a wall as much thicker as the sign is larger.
  const weight = Math.max(84 / size, 3.6);
  const radius = 12 - weight / 2;
  const arc = (from: number, length: number, color: string): string => {
    if (length <= 0) return '';
    const around = 2 * Math.PI * radius;
    const piece = (length / eighths) * around;
    return (
      `<circle cx="12" cy="12" r="${radius.toFixed(2)}" fill="none" stroke="${color}" stroke-width="${weight.toFixed(2)}" ` +
      `stroke-dasharray="${piece.toFixed(2)} ${around.toFixed(2)}" transform="rotate(${(from / eighths) * 360 - 90} 12 12)"/>`
    );
  };
  return drawSheet(
    size,
    `<circle cx="12" cy="12" r="12" fill="${palette.iconEdge}"/>` +
      `<circle cx="12" cy="12" r="${radius.toFixed(2)}" fill="${palette.countGround}" stroke="${palette.countRing}" stroke-width="${weight.toFixed(2)}"/>` +
      arc(0, first, palette.priority1) +
      arc(first, second, palette.priority2),
  );
}

/** A road number's plate, as wide as its text; the letter's class by colour: national, provincial, county. */
export function drawRoadShield(size: number, letter: string, length: number, palette: Palette): string {
  const width = Math.round(size * 0.5 * length + size * 0.55);
  const edge = letter === 'G' || letter === 'S' ? palette.trunkCasing : palette.roadShieldEdge;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${size}" viewBox="0 0 ${width} ${size}">` +
    `<rect x=".75" y=".75" width="${width - 1.5}" height="${size - 1.5}" rx="3" fill="${palette.roadShield}" stroke="${edge}" stroke-width="1.200"/></svg>`
  );
}

/** Thin, sparse strokes for what was never seen, or is lost: a pattern that tiles with itself. */
export function drawHatch(size: number, color: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 12 12">` +
    `<path d="M-3 3 3-3M-3 15 15-3M9 15 15 9" stroke="${color}" stroke-width="1.100"/></svg>`
  );
}
