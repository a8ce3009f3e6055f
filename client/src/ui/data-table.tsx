import { useState, type ReactNode } from 'react';
import { Icon } from './icon.js';
import { sortRows, type Cell, type DataRow, type Sorting } from './sort-rows.js';
import './styles/data-table.css';

export interface DataColumn {
  key: string;
  label: string;
  /** Numbers stand at the end, so that their digits line up. */
  isNumeric?: boolean;
  isSortable?: boolean;
  format?(value: Cell, row: DataRow): ReactNode;
}

interface DataTableProps {
  caption: string;
  /** The first column names the row. */
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  isCaptionHidden?: boolean;
  /** Said instead of rows where there are none. */
  emptyText?: string;
  /** What stands under the columns, one a column: sums, however the rows are sorted. */
  totals?: readonly ReactNode[];
  /** A row that something else on the screen points at. */
  isMarked?(row: DataRow): boolean;
  /** Of a long table so many rows at first; the others come at a press. */
  paging?: { size: number; moreLabel(count: number): string };
}

/** Plain numbers in a plain table; press a head to sort by it. */
export function DataTable({
  caption,
  columns,
  rows,
  isCaptionHidden = false,
  emptyText,
  totals,
  isMarked,
  paging,
}: DataTableProps) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [pages, setPages] = useState(1);
  const sorted = sorting ? sortRows(rows, sorting) : rows;
  const shown = paging ? sorted.slice(0, pages * paging.size) : sorted;
  const rest = sorted.length - shown.length;
  return (
    <div className="ui-table-frame" tabIndex={0} role="group" aria-label={caption}>
      <table className="ui-table">
        <caption className={isCaptionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={typeof row.id === 'string' ? row.id : index} data-marked={isMarked?.(row) || undefined}>
              {columns.map(({ key, isNumeric, format }, place) => {
                const content = format ? format(row[key] ?? null, row) : (row[key] ?? '—');
                const numeric = isNumeric || undefined;
                return place === 0 ? (
                  <th key={key} scope="row" data-numeric={numeric}>
                    {content}
                  </th>
                ) : (
                  <td key={key} data-numeric={numeric}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && emptyText && (
            <tr>
              <td className="ui-table-empty" colSpan={columns.length}>
                {emptyText}
              </td>
            </tr>
          )}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {totals.map((total, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    {total}
                  </th>
                ) : (
                  <td key={place} data-numeric={columns[place]?.isNumeric || undefined}>
                    {total}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
      {rest > 0 && paging && (
        <button type="button" className="ui-table-more" onClick={() => setPages(pages + 1)}>
          {paging.moreLabel(rest)}
        </button>
      )}
    </div>
  );
}

interface HeadProps {
  column: DataColumn;
  sorting: Sorting | null;
  onSort(sorting: Sorting): void;
}

function Head({ column: { key, label, isNumeric, isSortable = true }, sorting, onSort }: HeadProps) {
  const direction = sorting?.key === key ? sorting.direction : null;
  const next =
    direction === null
      ? isNumeric
        ? 'descending'
        : 'ascending'
      : direction === 'ascending'
        ? 'descending'
        : 'ascending';
  return (
    <th scope="col" data-numeric={isNumeric || undefined} aria-sort={direction ?? undefined}>
      {isSortable ? (
        <button type="button" onClick={() => onSort({ key, direction: next })}>
          {label}
          <Icon name={direction ?? next} size="small" />
        </button>
      ) : (
        label
      )}
    </th>
  );
}
