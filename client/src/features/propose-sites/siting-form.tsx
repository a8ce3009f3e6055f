import { useTranslation } from 'react-i18next';
import { NumberField } from '../../ui/number-field.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Slider } from '../../ui/slider.js';
import { Switch } from '../../ui/switch.js';
import { useCoverWords } from '../cover-board/use-cover-words.js';
import { DrawnPlaces } from './drawn-places.js';
import './siting-form.css';
import { useSitingStore } from './siting-store.js';

const limits = [60, 120, 180, 300, 600];
const periods = [7, 30, 90];
const weights = [
  ['householdWeight', 10],
  ['incidentWeight', 20],
  ['riskPointWeight', 50],
] as const;

/** The question: how many sites, within what time, among which places, and what is to be covered. */
export function SitingForm() {
  const { t } = useTranslation();
  const words = useCoverWords();
  const { form, change } = useSitingStore();
  return (
    <div className="siting-form">
      <div className="siting-pair">
        <NumberField
          label={t('siting.sites')}
          value={form.sites}
          min={1}
          max={50}
          error={t('siting.sitesError')}
          onChange={(sites) => sites !== null && change({ sites: Math.round(sites) })}
        />
        <Select
          label={t('siting.within')}
          value={String(form.seconds)}
          options={limits.map((seconds) => ({ value: String(seconds), label: words.duration(seconds) }))}
          onChange={(seconds) => change({ seconds: Number(seconds) })}
        />
      </div>
      <div className="siting-block">
        <span className="siting-label">{t('siting.candidates.label')}</span>
        <SegmentedControl
          label={t('siting.candidates.label')}
          isFullWidth
          value={form.candidates}
          onChange={(candidates) => change({ candidates })}
          options={(['JUNCTIONS', 'PREMISES', 'DRAWN'] as const).map((value) => ({
            value,
            label: t(`siting.candidates.${value}`),
          }))}
        />
        <p className="cover-hint">{t(`siting.candidates.${form.candidates}Hint`)}</p>
        {form.candidates === 'DRAWN' && <DrawnPlaces />}
      </div>
      <fieldset className="siting-block">
        <legend className="siting-label">{t('siting.weights')}</legend>
        {weights.map(([key, max]) => (
          <Slider
            key={key}
            label={t(`siting.${key}`)}
            min={0}
            max={max}
            step={max > 10 ? 1 : 0.5}
            value={form[key]}
            valueText={words.decimal(form[key])}
            onChange={(value) => change({ [key]: value })}
          />
        ))}
        <p className="cover-hint">{t('siting.weightsHint')}</p>
        {form.incidentWeight > 0 && (
          <Select
            label={t('siting.incidentDays')}
            value={String(form.incidentDays)}
            options={periods.map((count) => ({
              value: String(count),
              label: t('cover.arrivals.days', { count }),
            }))}
            onChange={(days) => change({ incidentDays: Number(days) })}
          />
        )}
      </fieldset>
      <div className="siting-block">
        <Switch
          isSelected={form.isKeepingExisting}
          onChange={(isKeepingExisting) => change({ isKeepingExisting })}
          description={t('siting.keepExistingHint')}
        >
          {t('siting.keepExisting')}
        </Switch>
        <Switch
          isSelected={form.hasBackup}
          onChange={(hasBackup) => change({ hasBackup })}
          description={t('siting.backupHint')}
        >
          {t('siting.backup')}
        </Switch>
      </div>
      <NumberField
        label={t('siting.capacity')}
        description={t('siting.capacityHint')}
        placeholder={t('siting.capacityNone')}
        value={form.capacity}
        min={1}
        max={1e9}
        isOptional
        error={t('siting.capacityError')}
        onChange={(capacity) => change({ capacity })}
      />
    </div>
  );
}
