import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AtlasBook, type BookKind } from '../../features/print-atlas/atlas-book.js';
import { useAtlasSource } from '../../features/print-atlas/use-atlas-source.js';
import { useErrorWords } from '../../features/cover-board/use-answer.js';
import { useTileSets } from '../../features/show-map/use-tile-sets.js';
import { useCounty } from '../../features/watch-county/use-county.js';
import { useStudioTexts } from '../../i18n/use-studio-texts.js';
import { isWebGlAvailable } from '../../map/create-map.js';
import { Notice } from '../../ui/notice.js';
import './print-screen.css';

/**
 * Sheets of grids to be printed. The address says of what: `plan` its id (without: what is in force), `partition`
 * 'POLICE', `grids` ids with commas between.
 */
export function BookScreen({ kind }: { kind: BookKind }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const hasTexts = useStudioTexts();
  const search: Record<string, string> = useSearch({ strict: false });
  const { county, isEmpty, error } = useCounty();
  const { tileSets, hasFailed } = useTileSets();
  const planId = search.plan || null;
  const {
    source,
    isGone,
    error: problem,
    retry,
  } = useAtlasSource(planId, search.partition === 'POLICE' ? 'POLICE' : 'SOCIAL');
  const ids = search.grids ?? '';
  const chosenIds = useMemo(() => ids.split(',').filter(Boolean), [ids]);
  const back = (): void => {
    const { grids: _, ...rest } = search;
    void navigate({ to: '/grids', search: rest });
  };
  if (!hasTexts) return <Notice kind="loading" title={t('loading')} />;
  return (
    <div className="print-screen">
      {!isWebGlAvailable() ? (
        <Notice kind="error" title={t('error.webgl')} />
      ) : county && tileSets && source ? (
        <AtlasBook
          kind={kind}
          county={county}
          tileSets={tileSets}
          source={source}
          chosenIds={chosenIds}
          onBack={back}
        />
      ) : isGone ? (
        <Notice kind="empty" title={t('atlas.noPlan')} action={{ label: t('atlas.back'), onPress: back }} />
      ) : isEmpty ? (
        <Notice kind="empty" title={t('error.noCounty')} />
      ) : problem ? (
        <Notice kind="error" title={t('atlas.failed')} action={{ label: t('action.retry'), onPress: retry }}>
          {errorWords(problem)}
        </Notice>
      ) : error || hasFailed ? (
        <Notice kind="error" title={t('error.server')} />
      ) : (
        <Notice kind="loading" title={t('loading')} />
      )}
    </div>
  );
}
