/**
 * Goes over a list again and again until all is done; when nothing more can be, the first is done as a last resort.
 *
 * @param done does one item if it can, and tells whether it did
 */
export function settle<T>(list: readonly T[], done: (item: T, isLastResort: boolean) => boolean): void {
  let left = list;
  while (left.length > 0) {
    const still = left.filter((item) => !done(item, false));
    if (still.length === left.length) done(still.shift()!, true);
    left = still;
  }
}
