import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlanSheet } from '../../features/compare-plans/plan-sheet.js';
import { useTileSets } from '../../features/show-map/use-tile-sets.js';
import { useCounty } from '../../features/watch-county/use-county.js';
import { useStudioTexts } from '../../i18n/use-studio-texts.js';
import { Notice } from '../../ui/notice.js';
import '../print/print-screen.css';

/** A plan against what was there before, on paper. The address says which: `plan`, and `against` for another plan. */
export function GridsPrintScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const hasTexts = useStudioTexts();
  const search: Record<string, string> = useSearch({ strict: false });
  const { county, isEmpty, error } = useCounty();
  const { tileSets, hasFailed } = useTileSets();
  if (!hasTexts) return <Notice kind="loading" title={t('loading')} />;
  const back = (): void => void navigate({ to: '/grids', search: search.plan ? { plan: search.plan } : {} });
  return (
    <div className="print-screen">
      {!search.plan ? (
        <Notice
          kind="empty"
          title={t('compared.sheet.noPlan')}
          action={{ label: t('compared.sheet.back'), onPress: back }}
        >
          {t('compared.sheet.noPlanHint')}
        </Notice>
      ) : county && tileSets ? (
        <PlanSheet
          key={search.plan}
          planId={search.plan}
          against={search.against || null}
          days={Number(search.days) || undefined}
          county={county}
          tileSets={tileSets}
          onBack={back}
        />
      ) : isEmpty ? (
        <Notice kind="empty" title={t('error.noCounty')} />
      ) : error || hasFailed ? (
        <Notice kind="error" title={t('error.server')} />
      ) : (
        <Notice kind="loading" title={t('loading')} />
      )}
    </div>
  );
}
