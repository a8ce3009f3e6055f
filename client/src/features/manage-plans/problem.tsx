import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { useErrorWords } from '../cover-board/use-answer.js';

interface ProblemProps {
  error: CombinedError;
  /** Reads the plan as it is now. */
  onReload(): void;
  onClose(): void;
}

/**
 * Why something was not done with the plan. Where somebody else was there first nothing was changed, and the way on is
 * to read what they did.
 */
export function Problem({ error, onReload, onClose }: ProblemProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const isConflict = error.graphQLErrors.some(({ extensions }) => extensions.code === 'CONFLICT');
  if (!isConflict) return <Banner tone="danger">{errorWords(error)}</Banner>;
  return (
    <Banner
      tone="warning"
      action={{
        label: t('plans.conflict.reload'),
        onPress: () => {
          useStudioStore.getState().refreshPlan();
          onReload();
          onClose();
        },
      }}
    >
      {t('plans.conflict.text')}
    </Banner>
  );
}
