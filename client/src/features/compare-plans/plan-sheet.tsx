import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultPaper, orientations, paperSizes, type Paper } from '../../map/paper/paper.js';
import { usePreferenceStore, type Language } from '../../state/preference-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { applyPalette } from '../../ui/tokens.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { usePlan } from '../manage-plans/use-plan.js';
import type { TileSets } from '../show-map/use-tile-sets.js';
import type { County } from '../watch-county/use-county.js';
import './plan-sheet.css';
import { SheetContent } from './sheet-content.js';
import { useComparison } from './use-comparison.js';

interface PlanSheetProps {
  planId: string;
  /** A plan to compare with; null: what was there before. */
  against: string | null;
  /** Incidents of so many days are counted. */
  days: number | undefined;
  county: County;
  tileSets: TileSets;
  onBack(): void;
}

const languages: { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];
/** A month of incidents, unless the address says otherwise. */
const usualDays = 30;

/** The comparison of a plan as it goes round for signatures: map, figures, parcels, and who answers for them. */
export function PlanSheet({ planId, against, days = usualDays, county, tileSets, onBack }: PlanSheetProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { language, setLanguage } = usePreferenceStore();
  const [paper, setPaper] = useState<Paper>(defaultPaper);
  const { plan, isMissing, error, refresh } = usePlan(planId);
  const compared = useComparison({ planId, against, days, version: plan?.version ?? null });
  const { comparison, from } = compared;
  const problem = error ?? (comparison ? null : compared.error);
  const sheet = useRef<HTMLElement>(null);
  const isReady = plan && comparison;
  // The page around the sheet keeps the theme of its reader.
  useLayoutEffect(() => {
    if (sheet.current) applyPalette(sheet.current, 'print');
  }, [isReady]);
  return (
    <>
      <header className="print-toolbar" data-testid="print-toolbar">
        <Button variant="quiet" icon="back" onPress={onBack}>
          {t('compared.sheet.back')}
        </Button>
        <span className="plan-paper-gap" />
        <SegmentedControl
          label={t('print.paper')}
          options={paperSizes.map((value) => ({ value, label: value }))}
          value={paper.size}
          onChange={(size) => setPaper({ ...paper, size })}
        />
        <SegmentedControl
          label={t('print.orientation')}
          options={orientations.map((value) => ({ value, label: t(`print.${value}`) }))}
          value={paper.orientation}
          onChange={(orientation) => setPaper({ ...paper, orientation })}
        />
        <SegmentedControl
          label={t('print.language')}
          options={languages}
          value={language}
          onChange={setLanguage}
        />
        <Button
          variant="primary"
          icon="print"
          isDisabled={!isReady}
          onPress={() => window.print()}
          data-testid="print"
        >
          {t('print.print')}
        </Button>
      </header>
      <main className="print-desk" aria-label={t('print.sheet')}>
        {isMissing ? (
          <Notice
            kind="empty"
            title={t('plans.gone')}
            action={{ label: t('plans.toList'), onPress: onBack }}
          />
        ) : problem ? (
          <Notice
            kind="error"
            title={t('compared.failed')}
            action={{
              label: t('action.retry'),
              onPress: () => {
                refresh();
                compared.retry();
              },
            }}
          >
            {errorWords(problem)}
          </Notice>
        ) : !plan || !comparison ? (
          <Notice kind="loading" title={t('loading')} />
        ) : (
          <article
            ref={sheet}
            className="plan-paper"
            data-page={`${paper.size}-${paper.orientation}`}
            data-testid="plan-sheet"
          >
            <SheetContent
              plan={plan}
              comparison={comparison}
              against={against}
              from={from}
              county={county}
              tileSets={tileSets}
            />
          </article>
        )}
      </main>
    </>
  );
}
