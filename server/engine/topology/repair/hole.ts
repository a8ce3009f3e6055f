const LEAST_SHARE = 0.25;
const ALWAYS_WIDE_METRES = 100;

/**
 * Whether enclosed land that no grid covers is land the set does not speak of (a lake, another county, a grid left out)
 * rather than a gap between borders drawn badly: bigger than a quarter of a median grid, and no strip.
 *
 * @param widthMetres 2 · area / perimeter
 * @param gridSquareMetres areas of all grids
 */
export function isHole(
  squareMetres: number,
  widthMetres: number,
  gridSquareMetres: readonly number[],
): boolean {
  const median = gridSquareMetres.toSorted((a, b) => a - b)[gridSquareMetres.length >> 1] ?? 0;
  return (
    squareMetres > LEAST_SHARE * median &&
    widthMetres > Math.min(ALWAYS_WIDE_METRES, LEAST_SHARE * Math.sqrt(median))
  );
}
