import { useTranslation } from 'react-i18next';
import type { Partition } from '../../state/overlays.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { NumberField } from '../../ui/number-field.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Slider } from '../../ui/slider.js';
import { Tag } from '../../ui/tag.js';
import { ChooseGrids } from '../assign-grids/set-many.js';
import { weights } from './draw-form.js';
import { useDrawStore } from './draw-store.js';
import type { UpperArea } from './use-upper-areas.js';

const days = [30, 90, 365];
const seconds = [10, 20, 60];
const tolerances = [2, 5, 10, 15, 20];
const borders = ['COMMUNITY', 'STATION', 'NONE'] as const;

interface DrawFieldsProps {
  partition: Partition;
  areas: readonly UpperArea[];
  /** How many grids there are in the scope. */
  scopeCount: number;
  keptCount: number;
}

/** The question: what is drawn anew, into how many grids, by what weight, and what must stay. */
export function DrawFields({ partition, areas, scopeCount, keptCount }: DrawFieldsProps) {
  const { t } = useTranslation();
  const { form, change } = useDrawStore();
  const countOptions = (counts: readonly number[], key: string) =>
    counts.map((count) => ({ value: String(count), label: t(key, { count }) }));
  return (
    <>
      <div className="draw-block">
        <span className="draw-label">{t('districting.scope.label')}</span>
        <SegmentedControl
          label={t('districting.scope.label')}
          isFullWidth
          value={form.scope}
          options={(['chosen', 'area', 'all'] as const).map((value) => ({
            value,
            label: t(`districting.scope.${value}`),
          }))}
          onChange={(scope) => change({ scope })}
        />
        {form.scope === 'chosen' && <ChooseGrids />}
        {form.scope === 'area' && (
          <Select
            label={t(`districting.area.${partition}`)}
            value={form.areaId}
            options={[
              { value: '', label: t('districting.area.none') },
              // Non-breaking spaces show what lies in what: a list of the browser's own takes no markup.
              ...areas.map(({ id, name, depth }) => ({
                value: id,
                label: '\u00a0\u00a0\u00a0'.repeat(depth) + name,
              })),
            ]}
            onChange={(areaId) => change({ areaId })}
          />
        )}
      </div>
      <div className="draw-pair">
        <NumberField
          label={t('districting.districts')}
          description={t('districting.districtsHint', { count: scopeCount })}
          placeholder={scopeCount > keptCount ? String(scopeCount - keptCount) : ''}
          value={form.districts}
          min={1}
          max={300}
          isOptional
          error={t('districting.districtsError')}
          onChange={(districts) => change({ districts: districts === null ? null : Math.round(districts) })}
        />
        <Select
          label={t('districting.tolerance')}
          value={String(form.tolerancePercent)}
          options={tolerances.map((percent) => ({ value: String(percent), label: `± ${percent}%` }))}
          onChange={(percent) => change({ tolerancePercent: Number(percent) })}
        />
      </div>
      <fieldset className="draw-block">
        <legend className="draw-label">{t('districting.weights')}</legend>
        {weights.map(([key, max]) => (
          <Slider
            key={key}
            label={t(`districting.${key}`)}
            min={0}
            max={max}
            step={0.5}
            value={form[key]}
            valueText={String(form[key])}
            onChange={(value) => change({ [key]: value })}
          />
        ))}
        <p className="draw-hint">{t('districting.weightsHint')}</p>
        {form.incidentWeight > 0 && (
          <Select
            label={t('districting.period')}
            value={String(form.days)}
            options={countOptions(days, 'districting.days')}
            onChange={(next) => change({ days: Number(next) })}
          />
        )}
      </fieldset>
      <Select
        label={t('districting.keepBorders.label')}
        value={form.keepBorders}
        options={borders.map((value) => ({
          value,
          label: t(`districting.keepBorders.${value === 'NONE' ? value : `${partition}_${value}`}`),
        }))}
        onChange={(keepBorders) => change({ keepBorders })}
      />
      <KeptGrids />
      <div className="draw-pair">
        <Select
          label={t('districting.proposalsWanted')}
          value={String(form.proposals)}
          options={countOptions([1, 2, 3, 4], 'districting.proposalCount')}
          onChange={(next) => change({ proposals: Number(next) })}
        />
        <Select
          label={t('districting.seconds')}
          value={String(form.seconds)}
          options={countOptions(seconds, 'districting.secondCount')}
          onChange={(next) => change({ seconds: Number(next) })}
        />
      </div>
    </>
  );
}

/** Grids of the scope that stay as they are: those chosen on the map, kept by a press. */
function KeptGrids() {
  const { t } = useTranslation();
  const kept = useDrawStore((state) => state.form.keepGridIds);
  const change = useDrawStore((state) => state.change);
  const selectedIds = useStudioStore((state) => state.selectedGridIds);
  const grids = useStudioStore((state) => state.grids);
  return (
    <div className="draw-block">
      <span className="draw-label">{t('districting.kept.label')}</span>
      <div className="draw-buttons">
        <Button
          size="small"
          icon="pin"
          isDisabled={selectedIds.length === 0}
          onPress={() => change({ keepGridIds: [...new Set([...kept, ...selectedIds])] })}
        >
          {selectedIds.length === 0
            ? t('districting.kept.addNone')
            : t('districting.kept.add', { count: selectedIds.length })}
        </Button>
        {kept.length > 1 && (
          <Button size="small" variant="quiet" onPress={() => change({ keepGridIds: [] })}>
            {t('districting.kept.clear')}
          </Button>
        )}
      </div>
      {kept.length === 0 ? (
        <p className="draw-hint">{t('districting.kept.hint')}</p>
      ) : (
        <div className="draw-buttons">
          {kept.map((id) => {
            const name = grids.get(id)?.name ?? id;
            return (
              <Tag
                key={id}
                icon="pin"
                removeLabel={t('districting.kept.remove', { name })}
                onRemove={() => change({ keepGridIds: kept.filter((each) => each !== id) })}
              >
                {name}
              </Tag>
            );
          })}
        </div>
      )}
    </div>
  );
}
