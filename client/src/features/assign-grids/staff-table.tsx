import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { formatArea, formatDate, formatNumber } from '../../i18n/format.js';
import { getShortName } from '../../map/paper/grid-shapes.js';
import { useStudioStore } from '../../state/studio-store.js';
import { DataTable, type DataColumn } from '../../ui/data-table.js';
import { Icon } from '../../ui/icon.js';
import type { DataRow } from '../../ui/sort-rows.js';
import { showToast } from '../../ui/toast.js';
import { showGrids } from '../manage-plans/show-on-map.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useAssignStore } from './assign-store.js';
import { CountCell } from './count-cell.js';
import { editFields, keyOf, pasteBlock, readSaved, withEdit, type EditField } from './table-edits.js';

interface StaffTableProps {
  assignments: readonly AssignmentFragment[];
  byId: ReadonlyMap<string, AssignmentFragment>;
  /** With everything there is to know about a grid, where there is room. */
  isFull: boolean;
}

const pageSize = 120;

/** Problems that a field of the table can put right. */
const problemFields: Record<string, EditField> = {
  HOUSEHOLDS_UNKNOWN: 'HOUSEHOLDS',
  HOUSEHOLDS_BELOW: 'HOUSEHOLDS',
  HOUSEHOLDS_ABOVE: 'HOUSEHOLDS',
  TOO_FEW_OFFICERS: 'OFFICER',
  TOO_FEW_AUXILIARIES: 'AUXILIARY',
  TOO_FEW_LEADS: 'GRID_LEAD',
  TOO_FEW_WORKERS: 'GRID_WORKER',
};

/** One grid a row, its counts to be typed into; a press on its name takes the map there. */
export function StaffTable({ assignments, byId, isFull }: StaffTableProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const edits = useAssignStore((state) => state.edits);
  const selected = useStudioStore((state) => state.selectedGridIds);
  // Sorted by what is recorded: a row must not run away from under the hand that types.
  const rows = useMemo(() => assignments.map((assignment) => toRow(assignment)), [assignments]);
  const marked = new Set(selected);
  const change = (assignment: AssignmentFragment, field: EditField, value: number | null): void => {
    const { edits: before, set } = useAssignStore.getState();
    set({ edits: withEdit(before, assignment, field, value) });
  };
  const paste = (text: string, id: string, field: EditField, ids: string[]): void => {
    const { edits: before, set } = useAssignStore.getState();
    const { edits: after, put, refused } = pasteBlock(before, text, { id, field }, ids, byId);
    set({ edits: after });
    showToast({
      text: t(refused > 0 ? 'assign.staff.pastedSome' : 'assign.staff.pasted', { count: put, refused }),
      ...(refused > 0 && { tone: 'warning' as const }),
    });
  };
  const countColumn = (field: EditField): DataColumn => ({
    key: field,
    label: t(`assign.field.${field}`),
    isNumeric: true,
    format: (_, row) => {
      const assignment = byId.get(row.id as string);
      if (!assignment) return null;
      const key = keyOf(assignment.grid.id, field);
      const isEdited = key in edits;
      return (
        <CountCell
          label={`${assignment.grid.name} ${t(`assign.field.${field}`)}`}
          gridId={assignment.grid.id}
          field={field}
          value={isEdited ? edits[key]! : readSaved(assignment, field)}
          isEdited={isEdited}
          isShort={!isEdited && assignment.problems.some(({ kind }) => problemFields[kind] === field)}
          onChange={(value) => change(assignment, field, value)}
          onPaste={(text, ids) => paste(text, assignment.grid.id, field, ids)}
        />
      );
    },
  });
  const counts = editFields.map(countColumn);
  const name: DataColumn = {
    key: 'name',
    label: t('assign.field.grid'),
    format: (_, row) => <GridName assignment={byId.get(row.id as string)} isFull={isFull} />,
  };
  const more: DataColumn[] = [
    { key: 'parent', label: t('assign.field.parent') },
    {
      key: 'area',
      label: t('assign.field.area'),
      isNumeric: true,
      format: (value) => formatArea(Number(value), t, locale.language),
    },
    { key: 'source', label: t('assign.field.source') },
    {
      key: 'asOf',
      label: t('assign.field.asOf'),
      format: (value) =>
        value === null ? '—' : <span className="assign-day">{formatDate(value, locale)}</span>,
    },
    { key: 'station', label: t('legend.post.STATION') },
    { key: 'office', label: t('legend.post.OFFICE') },
    { key: 'liaison', label: t('legend.post.LIAISON_STATION') },
  ];
  return (
    <div className="assign-table" data-full={isFull || undefined}>
      <DataTable
        caption={t('assign.staff.caption')}
        isCaptionHidden
        columns={
          isFull
            ? [name, { key: 'code', label: t('assign.field.code') }, ...counts, ...more]
            : [name, ...counts]
        }
        rows={rows}
        emptyText={t('assign.staff.none')}
        isMarked={(row) => marked.has(row.id as string)}
        paging={{
          size: pageSize,
          moreLabel: (count) => t('assign.more', { count, value: formatNumber(count, locale.language) }),
        }}
      />
    </div>
  );
}

function toRow(assignment: AssignmentFragment): DataRow {
  const { grid, station, office, liaisonStation } = assignment;
  return {
    id: grid.id,
    name: grid.name || grid.code,
    code: grid.code,
    ...Object.fromEntries(editFields.map((field) => [field, readSaved(assignment, field)])),
    parent: grid.parent?.name ?? null,
    area: grid.areaSquareMetres,
    source: grid.householdsSource,
    asOf: grid.householdsAsOf,
    station: station?.name ?? null,
    office: office?.name ?? null,
    liaison: liaisonStation?.name ?? null,
  };
}

interface GridNameProps {
  assignment: AssignmentFragment | undefined;
  isFull: boolean;
}

function GridName({ assignment, isFull }: GridNameProps) {
  if (!assignment) return null;
  const { grid, problems } = assignment;
  const parentName = grid.parent?.name ?? null;
  const short = getShortName({ ...grid, parentName });
  return (
    <>
      <button
        type="button"
        className="assign-name"
        onClick={() => {
          useStudioStore.getState().selectGrids([grid.id]);
          showGrids([grid.id]);
        }}
      >
        {isFull ? grid.name || grid.code : short}
        {!isFull && short !== grid.name && <span className="assign-parent">{parentName}</span>}
      </button>
      {problems.length > 0 && (
        <span className="assign-problem">
          <Icon name="warning" size="small" />
          {problems.map(({ message }) => message).join(' · ')}
        </span>
      )}
    </>
  );
}
