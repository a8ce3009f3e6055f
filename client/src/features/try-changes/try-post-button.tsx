import { useTranslation } from 'react-i18next';
import type { PostKind } from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { respondingKinds } from './post-kinds.js';

/** From a post on the map to trying it elsewhere, at other hours, or not at all. */
export function TryPostButton({ id, kind }: { id: string; kind: PostKind }) {
  const { t } = useTranslation();
  if (!respondingKinds.includes(kind)) return null;
  const tryIt = (): void => {
    useCoverStore.getState().askFor(id);
    useLayoutStore.getState().open('cover');
    // The details would lie over the panel.
    useViewStore.getState().select(null);
  };
  return (
    <div className="details-buttons">
      <Button size="small" icon="edit" data-testid="try-post" onPress={tryIt}>
        {t('plan.tryPost')}
      </Button>
    </div>
  );
}
