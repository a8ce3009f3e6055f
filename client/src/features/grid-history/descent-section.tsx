import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { GridHistoryDocument } from '../../graphql/generated/studio/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { Section } from '../cover-board/section.js';
import { useFollow } from '../manage-plans/use-follow.js';
import { FamilyDiagram } from './family-diagram.js';
import { VersionList } from './version-list.js';

/** A grid's line of descent: what it was made of, its boundaries one after another, and what was made of it. */
export function DescentSection({ gridId }: { gridId: string | null }) {
  const { t } = useTranslation();
  return (
    <Section title={t('descent.title')} note={t('descent.note')}>
      {gridId === null ? (
        <p className="history-empty">{t('descent.choose')}</p>
      ) : (
        <Descent key={gridId} gridId={gridId} />
      )}
    </Section>
  );
}

function Descent({ gridId }: { gridId: string }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const drawn = useStudioStore((state) => state.grids.get(gridId));
  const [{ data, error, fetching }, execute] = useQuery({
    query: GridHistoryDocument,
    variables: { id: gridId },
    // A grid that only the plan has was never in force.
    pause: drawn?.isNew === true,
    requestPolicy: 'cache-and-network',
  });
  const refresh = (): void => execute({ requestPolicy: 'network-only' });
  useFollow(
    useConnectionStore((state) => state.boundaryChanges),
    refresh,
  );
  const history = data?.gridHistory;
  const latest = history?.versions[0];
  if (drawn?.isNew) return <p className="history-empty">{t('descent.onlyInPlan', { grid: drawn.name })}</p>;
  if (error && !history)
    return (
      <Notice
        kind="error"
        title={t('descent.failed')}
        action={{ label: t('action.retry'), onPress: refresh }}
      >
        {errorWords(error)}
      </Notice>
    );
  if (!history || !latest)
    return fetching ? (
      <Skeleton shape="lines" count={4} label={t('loading')} />
    ) : (
      <p className="history-empty">{t('descent.unknown')}</p>
    );
  const isEnded = history.into.length > 0 && latest.validTo !== null && latest.validTo !== undefined;
  return (
    <div data-testid="descent" className="descent">
      <FamilyDiagram
        grid={{ code: latest.code, name: latest.name, isEnded }}
        from={history.from}
        into={history.into}
        onChoose={(id) => useStudioStore.getState().selectGrids([id])}
      />
      <VersionList versions={history.versions} />
    </div>
  );
}
