import { useTranslation } from 'react-i18next';
import { pickPlace } from '../../state/pick-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { formatPlace } from '../reach-places/format-place.js';
import { NearestList } from './nearest-list.js';

/** The nearest help to a place somebody pointed at or looked up. */
export function NearestPlace() {
  const { t } = useTranslation();
  const place = useReachStore((state) => state.place);
  const setPlace = useReachStore((state) => state.setPlace);
  const goTo = useViewStore((state) => state.goTo);
  const pick = async (): Promise<void> => {
    const picked = await pickPlace(t('nearest.pickPrompt'));
    if (picked) setPlace(picked);
  };
  if (!place)
    return (
      <div className="reach-empty">
        <p className="reach-empty-title">{t('nearest.emptyTitle')}</p>
        <p>{t('nearest.emptyHint')}</p>
        <Button variant="primary" icon="target" data-testid="nearest-pick" onPress={() => void pick()}>
          {t('nearest.pick')}
        </Button>
      </div>
    );
  return (
    <>
      <div className="nearest-place">
        <button
          type="button"
          className="reach-link"
          onClick={() =>
            goTo({ kind: 'point', longitude: place.longitude, latitude: place.latitude, zoom: 15.5 })
          }
        >
          {place.name ?? formatPlace(place)}
        </button>
        <IconButton icon="target" size="small" label={t('nearest.pickOther')} onPress={() => void pick()} />
        <IconButton icon="close" size="small" label={t('nearest.clear')} onPress={() => setPlace(null)} />
      </div>
      <NearestList key={formatPlace(place)} place={place} isMarked />
    </>
  );
}
