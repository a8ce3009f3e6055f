import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../../state/preference-store.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { useStudioWork } from '../../../state/studio-work-store.js';
import { Icon } from '../../../ui/icon.js';
import { joinWords } from '../../explain-reach/join-words.js';

/** Nearer to the upper edge than this, it hangs below its place. */
const leastTop = 120;

/** Long enough to read a sentence. */
const shownMilliseconds = 9000;

/** Why something was refused, at the place where it is wrong; it goes by itself, or with the next try. */
export function TroubleBubble({ map }: { map: MapLibreMap }) {
  const { t } = useTranslation();
  const trouble = useStudioWork((state) => state.trouble);
  const language = usePreferenceStore((state) => state.language);
  const grids = useStudioStore((state) => state.grids);
  const [, setMoved] = useState(0);
  useEffect(() => {
    if (!trouble) return;
    const follow = (): void => setMoved((count) => count + 1);
    const timer = setTimeout(() => useStudioWork.setState({ trouble: null }), shownMilliseconds);
    map.on('move', follow);
    return () => {
      clearTimeout(timer);
      map.off('move', follow);
    };
  }, [map, trouble]);
  if (!trouble) return null;
  const { reason, at, gridIds } = trouble;
  const names = gridIds.slice(0, 3).flatMap((id) => grids.get(id)?.name || []);
  const { x, y } = at ? map.project([at[0], at[1]]) : map.project(map.getCenter());
  return (
    <div
      className="trouble"
      style={{ left: x, top: y }}
      role="alert"
      data-below={y < leastTop || undefined}
      data-testid="trouble"
      data-reason={reason}
    >
      <Icon name="alert" size="small" />
      <p>
        {t(`studio.refused.${reason}`)}
        {names.length > 0 && <span>{joinWords(names, language)}</span>}
      </p>
    </div>
  );
}
