/**
 * How much nearer than `reach` each cell of a raster is to a marked one, in cells; below zero where it is farther, and no
 * lower than some way beyond.
 *
 * @param marks one byte a cell, row by row; 0 = not marked; none within `reach` + 2 of the raster's border
 */
export function nearness(marks: Uint8Array, columns: number, reach: number): Float64Array {
  const around = Math.ceil(reach) + 1;
  const farthest = around * around;
  const squares = new Float64Array(marks.length).fill(farthest);
  for (let cell = 0; cell < marks.length; cell++) {
    if (marks[cell] === 0) continue;
    for (let y = -around; y <= around; y++) {
      const row = cell + y * columns;
      for (let x = -around; x <= around; x++) {
        const square = x * x + y * y;
        if (square < squares[row + x]!) squares[row + x] = square;
      }
    }
  }
  return squares.map((square) => reach - Math.sqrt(square));
}
