export type Cell = string | number | null;

/** One row of a table: what stands under each column's key. An `id`, if there is one, tells rows apart. */
export type DataRow = Readonly<Record<string, Cell>>;

export interface Sorting {
  key: string;
  direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true });

/** Rows in order of one column; equal rows keep their places, and what is unknown stands last either way. */
export function sortRows(rows: readonly DataRow[], { key, direction }: Sorting): DataRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((first, second) => {
    const [a, b] = [first[key] ?? null, second[key] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}
