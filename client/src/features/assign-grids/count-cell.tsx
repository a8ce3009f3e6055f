import { useState, type KeyboardEvent } from 'react';
import { parseCount, type EditField } from './table-edits.js';

interface CountCellProps {
  /** Whose and what it counts, for a screen reader. */
  label: string;
  gridId: string;
  field: EditField;
  value: number | null;
  isEdited: boolean;
  isShort: boolean;
  onChange(value: number | null): void;
  /** A block from a spreadsheet; `ids`: grids from here down as the table has them. */
  onPaste(text: string, ids: string[]): void;
}

/** A count to type into a table: arrow keys and Enter go up and down as in a spreadsheet. */
export function CountCell({
  label,
  gridId,
  field,
  value,
  isEdited,
  isShort,
  onChange,
  onPaste,
}: CountCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const isWrong = parseCount(text, field) === undefined;
  return (
    <input
      className="assign-cell"
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      data-grid={gridId}
      data-field={field}
      data-edited={isEdited || undefined}
      data-short={isShort || undefined}
      placeholder="—"
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = parseCount(event.target.value, field);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => walk(event, field)}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        if (!/[\t\n]/.test(pasted.trim())) return;
        event.preventDefault();
        setTyped(null);
        const column = listCells(event.currentTarget, field);
        const ids = column.map((cell) => cell.dataset.grid!);
        onPaste(pasted, ids.slice(ids.indexOf(gridId)));
      }}
    />
  );
}

function listCells(cell: HTMLElement, field: EditField): HTMLInputElement[] {
  const cells = cell.closest('tbody')?.querySelectorAll<HTMLInputElement>(`[data-field="${field}"]`);
  return [...(cells ?? [])];
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

function walk(event: KeyboardEvent<HTMLInputElement>, field: EditField): void {
  const step = steps[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const cells = listCells(event.currentTarget, field);
  cells[cells.indexOf(event.currentTarget) + step]?.focus();
}
