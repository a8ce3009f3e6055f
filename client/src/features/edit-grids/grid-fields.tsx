import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { useStudioStore, type StudioGrid } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { NumberField } from '../../ui/number-field.js';
import { Select } from '../../ui/select.js';
import { TextField } from '../../ui/text-field.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { BorderFields } from './border-fields.js';
import { useDescribe } from './use-describe.js';

const longestName = 60;

/** What a plan says of one grid; where it may not be changed, to be read. */
export function GridFields({ grid }: { grid: StudioGrid }) {
  const plan = useStudioStore((state) => state.plan);
  return plan?.isEditable ? <EditableFields grid={grid} /> : <ReadFields grid={grid} />;
}

function ReadFields({ grid }: { grid: StudioGrid }) {
  const { t } = useTranslation();
  const hasPlan = useStudioStore((state) => state.plan !== null);
  return (
    <section className="grid-fields" data-testid="grid-fields">
      <h3>{grid.name || t('studio.newGrid')}</h3>
      <dl>
        <dt>{t('studio.field.code')}</dt>
        <dd>{grid.code || t('studio.field.codeLater')}</dd>
        <dt>{t('studio.field.parent')}</dt>
        <dd>{grid.parentName ?? '—'}</dd>
        <dt>{t('studio.field.kind')}</dt>
        <dd>{t(`studio.kind.${grid.kind}`)}</dd>
        <dt>{t('studio.field.households')}</dt>
        <dd>
          {grid.households ?? '—'} <HouseholdSource grid={grid} />
        </dd>
      </dl>
      {hasPlan && <BorderFields gridId={grid.id} isEditable={false} />}
    </section>
  );
}

function HouseholdSource({ grid: { householdsSource, householdsAsOf } }: { grid: StudioGrid }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  if (!householdsSource && !householdsAsOf) return null;
  const date = householdsAsOf ? formatDate(householdsAsOf, locale) : '';
  return (
    <span className="muted">
      {t('studio.field.householdsFrom', { source: [householdsSource, date].filter(Boolean).join(' · ') })}
    </span>
  );
}

function EditableFields({ grid }: { grid: StudioGrid }) {
  const { t } = useTranslation();
  const [name, setName] = useState<string | null>(null);
  const [households, setHouseholds] = useState<number | null | undefined>(undefined);
  const parents = useParents();
  const describe = useDescribe(grid.id);
  const isNameFine = name === null || (name.trim() !== '' && name.trim().length <= longestName);
  const isChanged =
    (name !== null && name.trim() !== grid.name) ||
    (households !== undefined && households !== grid.households);
  const save = (): void => {
    if (!isChanged || !isNameFine) return;
    describe('fields', {
      ...(name !== null && name.trim() !== grid.name && { name: name.trim() }),
      ...(households !== undefined && households !== grid.households && { households }),
    });
    setName(null);
    setHouseholds(undefined);
  };
  return (
    <section className="grid-fields" data-testid="grid-fields">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('studio.field.name')}
          value={name ?? grid.name}
          placeholder={t('studio.field.nameLater')}
          onChange={setName}
          {...(!isNameFine && { error: t('studio.field.nameBad', { max: longestName }) })}
        />
        <p className="grid-code">
          <span>{t('studio.field.code')}</span>
          <b>{grid.code || t('studio.field.codeLater')}</b>
        </p>
        <Select
          label={t('studio.field.parent')}
          value={grid.parentId ?? ''}
          options={[
            ...(grid.parentId === null ? [{ value: '', label: '—' }] : []),
            ...parents.map(([id, label]) => ({ value: id, label })),
          ]}
          onChange={(parentId) => parentId && describe('parent', { parentId })}
        />
        <Select
          label={t('studio.field.kind')}
          value={grid.kind}
          options={(['BASIC', 'DEDICATED'] as const).map((value) => ({
            value,
            label: t(`studio.kind.${value}`),
          }))}
          onChange={(gridKind) => describe('kind', { gridKind })}
        />
        <NumberField
          key={String(grid.households)}
          label={t('studio.field.households')}
          value={households === undefined ? grid.households : households}
          min={0}
          max={100_000}
          isOptional
          error={t('studio.field.householdsBad')}
          onChange={setHouseholds}
        />
        <HouseholdSource grid={grid} />
        {isChanged && (
          <div className="grid-fields-foot">
            <Button
              size="small"
              onPress={() => {
                setName(null);
                setHouseholds(undefined);
              }}
            >
              {t('studio.field.revert')}
            </Button>
            <Button size="small" variant="primary" type="submit" isDisabled={!isNameFine}>
              {t('studio.field.save')}
            </Button>
          </div>
        )}
      </form>
      <BorderFields gridId={grid.id} isEditable />
    </section>
  );
}

/** What grids of this plan belong to, by name. */
function useParents(): [id: string, name: string][] {
  const grids = useStudioStore((state) => state.grids);
  const names = new Map<string, string>();
  for (const { parentId, parentName } of grids.values())
    if (parentId) names.set(parentId, parentName ?? parentId);
  return [...names].sort((a, b) => a[1].localeCompare(b[1], 'zh-CN'));
}
