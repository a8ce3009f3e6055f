/** Metres on the ground of one CSS pixel at a latitude (degrees) and zoom, 512-pixel tiles. */
export function getMetresPerPixel(latitude: number, zoom: number): number {
  return (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** The longest round length (1, 2 or 5 × 10ⁿ metres) that fits `maximumPixels`, and its width. */
export function fitScaleBar(
  metresPerPixel: number,
  maximumPixels: number,
): { metres: number; pixels: number } {
  const maximum = metresPerPixel * maximumPixels;
  const power = 10 ** Math.floor(Math.log10(maximum));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= maximum) ?? power;
  return { metres, pixels: metres / metresPerPixel };
}
