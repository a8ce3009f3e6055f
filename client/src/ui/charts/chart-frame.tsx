import { useState, type ReactNode, type RefObject } from 'react';
import { DataTable, type DataColumn } from '../data-table.js';
import { IconButton } from '../icon-button.js';
import type { DataRow } from '../sort-rows.js';
import './charts.css';

/** The words of the frame around a chart, the same for all. */
export interface ChartWords {
  showTable: string;
  showChart: string;
  /** Said where there is nothing to draw. */
  empty: string;
}

export interface ChartTable {
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
}

export interface ChartFrameProps {
  title: string;
  words: ChartWords;
  /** The same numbers, for who reads them rather than looks. */
  table: ChartTable;
  /** Which period, what is counted: a line below the title. */
  note?: string;
  /** Controls beside the title. */
  actions?: ReactNode;
  isEmpty: boolean;
  isLoading?: boolean;
  /** Height that the chart will take, so that nothing jumps. */
  height: number;
  /** Below the chart: a key to its signs. */
  legend?: ReactNode;
  /** For who measures the frame: it is there before there is anything to draw. */
  frameRef?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A chart with its title, and the table behind it one press away. */
export function ChartFrame({
  title,
  words,
  table,
  note,
  actions,
  isEmpty,
  isLoading = false,
  height,
  legend,
  frameRef,
  children,
}: ChartFrameProps) {
  const [isTable, setTable] = useState(false);
  return (
    <figure ref={frameRef} className="chart" aria-label={title}>
      <figcaption className="chart-head">
        <span className="chart-title">
          <b>{title}</b>
          {note && <span>{note}</span>}
        </span>
        <span className="chart-actions">
          {actions}
          <IconButton
            icon={isTable ? 'chart' : 'table'}
            size="small"
            label={isTable ? words.showChart : words.showTable}
            isDisabled={isEmpty}
            onPress={() => setTable(!isTable)}
          />
        </span>
      </figcaption>
      {isLoading && isEmpty ? (
        <div className="chart-waiting" style={{ height }} aria-busy="true" />
      ) : isEmpty ? (
        <p className="chart-empty">{words.empty}</p>
      ) : isTable ? (
        <DataTable caption={title} isCaptionHidden columns={table.columns} rows={table.rows} />
      ) : (
        <>
          {children}
          {legend}
        </>
      )}
    </figure>
  );
}

/** The key to a chart's signs. */
export function ChartLegend({
  entries,
}: {
  entries: readonly { label: string; colour: string; sign?: 'bar' | 'line' | 'tick' }[];
}) {
  return (
    <ul className="chart-legend">
      {entries.map(({ label, colour, sign = 'bar' }) => (
        <li key={label}>
          <i data-sign={sign} style={{ background: colour }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
