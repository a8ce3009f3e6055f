import type { Palette } from '../../../ui/tokens.js';
import { plates, type Glyph, type Plate } from './glyphs.js';

/** Where a glyph's middle stands on its plate and how large it may be there, of a 24-unit box. */
const seats: Partial<Record<Plate, { y: number; scale: number }>> = {
  diamond: { y: 12, scale: 0.78 },
  star: { y: 12, scale: 0.8 },
  house: { y: 13.6, scale: 0.86 },
  signal: { y: 12, scale: 1.08 },
  banner: { y: 9.8, scale: 0.74 },
  arch: { y: 12.8, scale: 0.88 },
  block: { y: 12, scale: 0.92 },
  plaque: { y: 12, scale: 0.9 },
  triangle: { y: 15.2, scale: 0.68 },
  yield: { y: 8.8, scale: 0.68 },
  octagon: { y: 12, scale: 0.84 },
  notice: { y: 12, scale: 0.84 },
  shield: { y: 11.4, scale: 0.88 },
  hexagon: { y: 12, scale: 0.88 },
};

export interface Badge {
  plate: Plate;
  glyph?: Glyph;
  fill: string;
  ink: string;
  edge: string;
  /** Width of the edge, units. */
  weight?: number;
  glyphScale?: number;
}

/** A glyph on its plate, in a 24-unit box. */
export function drawBadge({ plate, glyph, fill, ink, edge, weight = 1.6, glyphScale }: Badge): string {
  const seat = seats[plate] ?? { y: 12, scale: 0.86 };
  const outline = `<path d="${plates[plate]}" fill="${fill}" stroke="${edge}" stroke-width="${weight}" stroke-linejoin="round"/>`;
  return outline + (glyph ? drawGlyph(glyph, ink, 12, seat.y, glyphScale ?? seat.scale) : '');
}

/** A glyph with its middle at a point of the 24-unit box. */
export function drawGlyph(glyph: Glyph, ink: string, x: number, y: number, scale: number): string {
  const filled = glyph.f ? `<path d="${glyph.f}" fill="${ink}" fill-rule="evenodd"/>` : '';
  const stroked = glyph.s
    ? `<path d="${glyph.s}" fill="none" stroke="${ink}" stroke-width="${glyph.w ?? 2}" stroke-linecap="round" stroke-linejoin="round"/>`
    : '';
  const [left, top] = [x - 8 * scale, y - 8 * scale].map((value) => Math.round(value * 100) / 100);
  return `<g transform="translate(${left} ${top}) scale(${scale})">${filled}${stroked}</g>`;
}

/**
 * An SVG document whose 24-unit box is `size` pixels wide, with `margin` units around for what reaches beyond. Whole
 * pixels: an icon drawn at its own size is copied to the screen pixel by pixel.
 */
export function drawSheet(size: number, body: string, margin = 1): string {
  const side = Math.round((size * (24 + 2 * margin)) / 24);
  const box = 24 + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="${-margin} ${-margin} ${box} ${box}">${body}</svg>`;
}

/** What stands for a sign that is not known. */
export function drawPlain(size: number, palette: Palette): string {
  return drawSheet(
    size,
    `<circle cx="12" cy="12" r="7" fill="${palette.label}" stroke="${palette.iconEdge}" stroke-width="2"/>`,
  );
}
