import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelPick, pickPlace, usePickStore } from '../../state/pick-store.js';
import { Button } from '../../ui/button.js';
import { Tag } from '../../ui/tag.js';
import { useSitingStore } from './siting-store.js';

/** Places to choose among, pointed at on the map one after the other. */
export function DrawnPlaces() {
  const { t } = useTranslation();
  const drawn = useSitingStore((state) => state.form.drawn);
  const change = useSitingStore((state) => state.change);
  const prompt = t('siting.drawn.prompt');
  const isPicking = usePickStore(({ pick }) => pick?.prompt === prompt);
  useEffect(() => cancelPick, []);
  const draw = async (): Promise<void> => {
    for (;;) {
      const place = await pickPlace(prompt);
      if (!place) return;
      const before = useSitingStore.getState().form.drawn;
      const name = t('siting.drawn.name', { number: before.length + 1 });
      change({ drawn: [...before, { name, ...place }] });
    }
  };
  return (
    <>
      <div className="cover-buttons">
        <Button size="small" icon="target" onPress={() => (isPicking ? cancelPick() : void draw())}>
          {t(isPicking ? 'siting.drawn.done' : 'siting.drawn.draw')}
        </Button>
        {drawn.length > 0 && (
          <Button size="small" variant="quiet" onPress={() => change({ drawn: [] })}>
            {t('siting.drawn.clear')}
          </Button>
        )}
      </div>
      {drawn.length > 0 && (
        <div className="cover-buttons" role="group" aria-label={t('siting.drawn.list')}>
          {drawn.map((place, at) => (
            <Tag
              key={`${place.longitude},${place.latitude},${at}`}
              icon="marker"
              removeLabel={t('siting.drawn.remove', { name: place.name })}
              onRemove={() => change({ drawn: drawn.filter((_, i) => i !== at) })}
            >
              {place.name}
            </Tag>
          ))}
        </div>
      )}
    </>
  );
}
