/**
 * How many districts each region gets: at least one, and so that the heaviest district of equal shares is as light as can
 * be (the next one always to the region whose districts are heaviest).
 *
 * @param regions weight of each and how many districts it can hold at most
 * @returns null when there are more regions than districts, or fewer nodes
 */
export function allotDistricts(
  regions: readonly { weight: number; most: number }[],
  districts: number,
): number[] | null {
  const room = regions.reduce((sum, { most }) => sum + most, 0);
  if (regions.length > districts || room < districts) return null;
  const counts = regions.map(() => 1);
  for (let left = districts - regions.length; left > 0; left--) {
    let next = -1;
    let heaviest = -1;
    regions.forEach(({ weight, most }, r) => {
      if (counts[r]! >= most || weight / counts[r]! <= heaviest) return;
      next = r;
      heaviest = weight / counts[r]!;
    });
    counts[next]!++;
  }
  return counts;
}
