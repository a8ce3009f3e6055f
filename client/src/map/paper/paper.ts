export const paperSizes = ['A4', 'A3'] as const;
export const orientations = ['landscape', 'portrait'] as const;

/** A sheet of paper; the page rules and measures of each stand in print-screen.css under `data-page`. */
export interface Paper {
  size: (typeof paperSizes)[number];
  orientation: (typeof orientations)[number];
}

export const defaultPaper: Paper = { size: 'A4', orientation: 'landscape' };

/** A pixel of CSS on paper, millimetres: 96 to the inch. */
const millimetresPerPixel = 25.4 / 96;

/** How many times smaller the sheet is than the ground, rounded to two figures: 1:48,000. */
export function getScaleDenominator(metresPerPixel: number): number {
  const exact = (metresPerPixel * 1000) / millimetresPerPixel;
  const step = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / step) * step;
}
