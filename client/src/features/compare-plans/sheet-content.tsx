import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import type { OpenedPlan } from '../manage-plans/use-plan.js';
import { getStanding } from '../manage-plans/workflow.js';
import { listAttributions } from '../show-map/operations.js';
import type { TileSets } from '../show-map/use-tile-sets.js';
import { useCountyName, useTimeLocale, type County } from '../watch-county/use-county.js';
import { BalanceTable } from './balance-table.js';
import type { Comparison } from './figures.js';
import { SheetMap } from './sheet-map.js';
import { GridTable, ParcelTable } from './sheet-tables.js';
import { useSheetSides } from './use-sheet-sides.js';

interface SheetContentProps {
  plan: OpenedPlan;
  comparison: Comparison;
  against: string | null;
  /** Incidents are counted since. */
  from: string;
  county: County;
  tileSets: TileSets;
}

const signatures = ['prepared', 'reviewed', 'approved'] as const;

/** What stands on the sheet, from its head to the signatures. */
export function SheetContent({ plan, comparison, against, from, county, tileSets }: SheetContentProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(5000);
  const name = useCountyName(county);
  const sides = useSheetSides(plan.id, against);
  const { number, reason, documentNumber, effectiveAt, partition, author } = plan;
  const attribution = listAttributions(tileSets);
  return (
    <>
      <header className="plan-paper-head">
        <h1>{t('compared.sheet.title')}</h1>
        {county.simulated && <span className="print-simulated">{t('simulated')}</span>}
        <p className="plan-paper-name">
          {t('compared.sheet.subtitle', { number, name: plan.name })}
          <span>
            {sides?.otherNumber
              ? t('compared.sheet.againstPlan', { number: sides.otherNumber })
              : t('compared.sheet.againstInForce')}
          </span>
        </p>
        <p className="plan-paper-facts">
          <span>{name}</span>
          <span>{t(`partition.${partition}`)}</span>
          <span>{t('compared.sheet.state', { state: t(`plans.standing.${getStanding(plan, now)}`) })}</span>
          {documentNumber && <span>{t('compared.sheet.document', { number: documentNumber })}</span>}
          {effectiveAt && (
            <span>{t('compared.sheet.effective', { time: formatDateTime(effectiveAt, locale) })}</span>
          )}
        </p>
      </header>
      {sides && (
        <SheetMap
          sides={sides}
          comparison={comparison}
          partition={partition}
          county={county}
          tileSets={tileSets}
        />
      )}
      <div className="plan-paper-pair">
        {reason && (
          <section>
            <h2>{t('compared.sheet.reason')}</h2>
            <p className="plan-paper-reason">{reason}</p>
          </section>
        )}
        <section>
          <h2>{t('compared.sheet.balance')}</h2>
          <BalanceTable before={comparison.before} after={comparison.after} />
        </section>
      </div>
      <GridTable
        rows={comparison.rows}
        note={t('compared.sheet.period', { from: formatDate(from, locale) })}
      />
      <ParcelTable parcels={comparison.parcels} />
      <div className="plan-paper-signatures">
        {signatures.map((role) => (
          <p key={role}>
            <b>{t(`compared.sheet.${role}`)}</b>
            {role === 'prepared' && author && <span>{author}</span>}
            <i>{t('compared.sheet.date')}</i>
          </p>
        ))}
      </div>
      <footer className="plan-paper-foot">
        <span>
          {t('print.printed', { product: t('product'), county: name, time: formatDateTime(now, locale) })}
        </span>
        {attribution && <span>{attribution}</span>}
      </footer>
    </>
  );
}
