/**
 * Distance from each cell of a raster to the nearest marked one, in cells, exact: A. Meijster, J. Roerdink and W. Hesselink,
 * "A general algorithm for computing distance transforms in linear time" (2000).
 *
 * @param marks one byte a cell, row by row; 0 = not marked
 * @returns Infinity everywhere when nothing is marked
 */
export function distanceToMarks(marks: Uint8Array, columns: number, rows: number): Float64Array {
  const none = columns + rows;
  // Along columns: rows to the nearest mark.
  const along = new Float64Array(columns * rows);
  for (let x = 0; x < columns; x++) {
    let far = none;
    for (let y = 0; y < rows; y++) along[y * columns + x] = far = marks[y * columns + x] ? 0 : far + 1;
    for (let y = rows - 2; y >= 0; y--) {
      const at = y * columns + x;
      along[at] = Math.min(along[at]!, along[at + columns]! + 1);
    }
  }
  const distances = new Float64Array(columns * rows);
  const hulls = new Int32Array(columns);
  const starts = new Int32Array(columns);
  for (let y = 0; y < rows; y++) {
    const row = along.subarray(y * columns, (y + 1) * columns);
    const squared = (x: number, i: number): number => (x - i) * (x - i) + row[i]! * row[i]!;
    // The lower envelope of the columns' parabolas: `hulls` from `starts` on.
    let last = 0;
    hulls[0] = starts[0] = 0;
    for (let u = 1; u < columns; u++) {
      while (last >= 0 && squared(starts[last]!, hulls[last]!) > squared(starts[last]!, u)) last--;
      if (last < 0) {
        last = 0;
        hulls[0] = u;
        starts[0] = 0;
        continue;
      }
      const i = hulls[last]!;
      const meet = Math.floor((u * u - i * i + row[u]! * row[u]! - row[i]! * row[i]!) / (2 * (u - i)));
      if (meet + 1 >= columns) continue;
      last++;
      hulls[last] = u;
      starts[last] = meet + 1;
    }
    for (let x = columns - 1; x >= 0; x--) {
      distances[y * columns + x] = Math.sqrt(squared(x, hulls[last]!));
      if (x === starts[last]) last--;
    }
  }
  return distances;
}
