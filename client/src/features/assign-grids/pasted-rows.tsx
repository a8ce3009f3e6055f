import { useTranslation } from 'react-i18next';
import type { CheckAssignmentRowsQuery } from '../../graphql/generated/studio/graphql.js';
import { formatDate, formatNumber } from '../../i18n/format.js';
import { Banner } from '../../ui/banner.js';
import { DataTable } from '../../ui/data-table.js';
import { joinWords } from '../explain-reach/join-words.js';
import { showGrids } from '../manage-plans/show-on-map.js';
import { useTimeLocale } from '../watch-county/use-county.js';

const pageSize = 100;

export type AssignmentCheck = CheckAssignmentRowsQuery['checkAssignmentRows'];

/** What the server understood of the pasted lines. The lines themselves are not repeated: they may hold what was dropped. */
export function PastedRows({ check }: { check: AssignmentCheck }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const { rows, refused, droppedColumns, unknownColumns } = check;
  const paging = {
    size: pageSize,
    moreLabel: (count: number) => t('assign.more', { count, value: formatNumber(count, locale.language) }),
  };
  return (
    <>
      {refused.length > 0 ? (
        <Banner tone="danger">{t('assign.paste.refused', { count: refused.length })}</Banner>
      ) : (
        <Banner tone={rows.length > 0 ? 'success' : 'warning'}>
          {t(rows.length > 0 ? 'assign.paste.fine' : 'assign.paste.empty', { count: rows.length })}
        </Banner>
      )}
      {droppedColumns.length > 0 && (
        <Banner tone="plain">
          {t('assign.paste.dropped', { names: joinWords(droppedColumns, locale.language) })}
        </Banner>
      )}
      {unknownColumns.length > 0 && (
        <Banner tone="plain">
          {t('assign.paste.unknown', { names: joinWords(unknownColumns, locale.language) })}
        </Banner>
      )}
      {refused.length > 0 && (
        <DataTable
          caption={t('assign.paste.refusedCaption')}
          isCaptionHidden
          columns={[
            { key: 'line', label: t('assign.paste.line'), isNumeric: true },
            { key: 'reason', label: t('assign.paste.reason') },
          ]}
          rows={refused.map(({ line, reason }, index) => ({ id: String(index), line, reason }))}
          paging={paging}
        />
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('assign.paste.rowsCaption')}
          isCaptionHidden
          columns={[
            { key: 'line', label: t('assign.paste.line'), isNumeric: true },
            {
              key: 'name',
              label: t('assign.field.grid'),
              format: (value, row) => (
                <button type="button" className="assign-name" onClick={() => showGrids([String(row.gridId)])}>
                  {value}
                </button>
              ),
            },
            { key: 'change', label: t('assign.paste.change') },
          ]}
          rows={rows.map(({ line, grid, staff, posts, households, source, asOf }) => ({
            id: String(line),
            line,
            gridId: grid.id,
            name: grid.name || grid.code,
            change: [
              ...staff.map(({ role, count }) => `${t(`assign.field.${role}`)} ${count}`),
              ...(households === null
                ? []
                : [`${t('assign.field.HOUSEHOLDS')} ${formatNumber(households, locale.language)}`]),
              ...posts.map(
                ({ kind, post }) => `${t(`legend.post.${kind}`)} ${post?.name ?? t('assign.paste.nobody')}`,
              ),
              ...(source ? [source] : []),
              ...(asOf ? [formatDate(asOf, locale)] : []),
            ].join(' · '),
          }))}
          paging={paging}
        />
      )}
    </>
  );
}
