/**
 * One measured number.
 *
 * @typedef {object} Figure
 * @property {string} figure what was measured, a name that stays the same from run to run
 * @property {number | number[]} value a row of whole numbers is for programs; the table tells how many
 * @property {string} unit e.g. `s`, `rows/s`, `ratio`
 * @property {'higher' | 'lower'} better
 * @property {number} [limit] what it is held to; the table says whether it is met
 */

/**
 * @param {Figure[]} figures
 * @returns {string} aligned columns
 */
export function asTable(figures) {
  const rows = figures.map(({ figure, value, unit, better, limit }) => [
    figure,
    readable(value),
    unit,
    limit === undefined ? '' : `${better === 'lower' ? '≤' : '≥'} ${readable(limit)}`,
    limit === undefined ? '' : meets(value, better, limit) ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 1 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {string} bench
 * @param {Figure[]} figures
 * @returns {string} one JSON object a line: bench, figure, value, unit, better
 */
export function asJsonLines(bench, figures) {
  return figures
    .map(({ figure, value, unit, better }) =>
      JSON.stringify({
        bench,
        figure,
        value: Array.isArray(value) ? value : Number(value.toPrecision(6)),
        unit,
        better,
      }),
    )
    .join('\n');
}

const meets = (value, better, limit) => (better === 'lower' ? value <= limit : value >= limit);

function readable(value) {
  if (Array.isArray(value)) return `[${value.length}]`;
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 1_000 ? 6 : 3 });
}
