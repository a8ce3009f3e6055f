import { useTranslation } from 'react-i18next';
import { useReachStore } from '../../state/reach-store.js';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { askNearest, askReachFrom } from '../reach-places/ask.js';
import './found-place.css';

/** What the search found, at the foot of the map, with what can be asked of it. */
export function FoundPlaceCard() {
  const { t } = useTranslation();
  const found = useReachStore((state) => state.found);
  const setFound = useReachStore((state) => state.setFound);
  if (!found) return null;
  const { longitude, latitude, name } = found;
  const point = { longitude, latitude, name };
  const ask = (run: () => void) => () => {
    run();
    // Its pin is now the question's.
    setFound(null);
  };
  return (
    <section className="found-place" aria-label={t('found.label')} data-testid="found-place">
      <p>
        <b>{name}</b>
        {found.detail && <span className="muted">{found.detail}</span>}
      </p>
      <Button size="small" icon="shield" onPress={ask(() => askNearest(point))}>
        {t('pick.nearest')}
      </Button>
      <Button size="small" icon="target" variant="quiet" onPress={ask(() => askReachFrom({ point }))}>
        {t('reach.title')}
      </Button>
      <IconButton
        icon="close"
        size="small"
        label={t('found.close')}
        tooltipPlacement="top"
        onPress={() => setFound(null)}
      />
    </section>
  );
}
