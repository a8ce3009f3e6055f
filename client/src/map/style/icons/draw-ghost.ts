import type { Palette } from '../../../ui/tokens.js';
import { drawSheet } from './draw-parts.js';

const marks: Record<string, { color: keyof Palette; mark: string }> = {
  added: { color: 'success', mark: 'M6 2.500v7M2.500 6h7' },
  moved: { color: 'accent', mark: 'M2 6h7.500M6.500 3 9.500 6l-3 3' },
  closed: { color: 'danger', mark: 'M3 3l6 6M9 3 3 9' },
};

/** A post as a draft would have it: its badge in a broken ring, and at the shoulder what would be done with it. */
export function drawGhost(size: number, badge: string, change: string, palette: Palette): string {
  const { color, mark } = marks[change] ?? marks.added!;
  const tint = palette[color];
  const body = change === 'closed' ? `<g opacity=".45">${badge}</g>` : badge;
  return drawSheet(
    size,
    `<circle cx="12" cy="12" r="16.500" fill="${palette.unitGround}" fill-opacity=".72" stroke="${tint}" stroke-width="2.600" stroke-dasharray="5 3.640"/>` +
      body +
      `<g transform="translate(17 -7)"><circle cx="6" cy="6" r="7" fill="${tint}" stroke="${palette.unitGround}" stroke-width="1.400"/>` +
      `<path d="${mark}" fill="none" stroke="${palette.unitGround}" stroke-width="2.200" stroke-linecap="round" stroke-linejoin="round"/></g>`,
    8,
  );
}

/** A place somebody pointed at: a pin with its point in the middle of the sheet. */
export function drawPin(size: number, palette: Palette): string {
  const side = size * 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-24 -24 48 48">` +
    `<ellipse cx="0" cy="0" rx="4" ry="1.800" fill="${palette.iconEdge}" fill-opacity=".5"/>` +
    `<path d="M0 0C-6.500-7-8.500-10.500-8.500-14.500a8.500 8.500 0 1 1 17 0C8.500-10.500 6.500-7 0 0Z" fill="${palette.selection}" stroke="${palette.iconEdge}" stroke-width="2"/>` +
    `<circle cx="0" cy="-14.500" r="3.200" fill="${palette.iconEdge}"/></svg>`
  );
}
