/** West to east, then north to south: in rows from the north, each from the west. */
export function numbered<T extends { middle: readonly [x: number, y: number] }>(groups: readonly T[]): T[] {
  const southward = [...groups].sort((a, b) => b.middle[1] - a.middle[1]);
  const perRow = Math.max(1, Math.ceil(Math.sqrt(groups.length)));
  const result: T[] = [];
  for (let i = 0; i < southward.length; i += perRow) {
    result.push(...southward.slice(i, i + perRow).sort((a, b) => a.middle[0] - b.middle[0]));
  }
  return result;
}
