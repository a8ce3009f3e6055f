import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePickStore } from '../../state/pick-store.js';
import type { PickedPlace } from '../../state/reach-store.js';
import { ContextMenu } from '../../ui/menu.js';
import { showToast } from '../../ui/toast.js';
import { copyText } from '../share-view/share-address.js';
import { askNearest, askReachFrom } from '../reach-places/ask.js';
import { formatPlace } from '../reach-places/format-place.js';

interface Opened {
  x: number;
  y: number;
  place: PickedPlace;
}

const longPressMilliseconds = 550;

/** What can be asked of a place: right button, long press, or Shift F10 for the middle of the map. */
export function MapMenu({ map }: { map: MapLibreMap }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  useMenuGestures(map, setOpened);
  const copy = async (place: PickedPlace): Promise<void> => {
    const isCopied = await copyText(formatPlace(place));
    showToast(
      isCopied
        ? { text: t('pick.copied'), tone: 'success' }
        : { text: t('pick.notCopied', { place: formatPlace(place) }), tone: 'warning' },
    );
  };
  const act = (run: (place: PickedPlace) => void) => () => opened && run(opened.place);
  return (
    <ContextMenu
      label={t('pick.menu')}
      at={opened}
      onClose={() => setOpened(null)}
      groups={[
        {
          id: 'place',
          title: opened ? formatPlace(opened.place) : '',
          items: [
            { id: 'nearest', icon: 'shield', label: t('pick.nearest'), onAction: act(askNearest) },
            {
              id: 'reach',
              icon: 'target',
              label: t('pick.reach'),
              onAction: act((place) => askReachFrom({ point: place })),
            },
            {
              id: 'copy',
              icon: 'copy',
              label: t('pick.copy'),
              onAction: act((place) => void copy(place)),
            },
          ],
        },
      ]}
    />
  );
}

function useMenuGestures(map: MapLibreMap, open: (opened: Opened) => void): void {
  useEffect(() => {
    const canvas = map.getCanvas();
    let heldAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const openAt = (x: number, y: number): void => {
      if (usePickStore.getState().pick) return;
      const { lng, lat } = map.unproject([x, y]);
      heldAt = Date.now();
      open({ x, y, place: { longitude: lng, latitude: lat } });
    };
    const onContextMenu = ({ point, originalEvent }: MapMouseEvent): void => {
      originalEvent.preventDefault();
      // A key or a long press has opened it already: the browser reports those as well.
      if (Date.now() - heldAt > longPressMilliseconds) openAt(point.x, point.y);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      event.preventDefault();
      openAt(canvas.clientWidth / 2, canvas.clientHeight / 2);
    };
    const stop = (): void => clearTimeout(timer);
    const onTouch = (event: TouchEvent): void => {
      stop();
      const [touch] = event.touches;
      if (!touch || event.touches.length > 1) return;
      const { left, top } = canvas.getBoundingClientRect();
      timer = setTimeout(() => openAt(touch.clientX - left, touch.clientY - top), longPressMilliseconds);
    };
    map.on('contextmenu', onContextMenu);
    map.on('movestart', stop);
    canvas.addEventListener('keydown', onKey);
    canvas.addEventListener('touchstart', onTouch, { passive: true });
    canvas.addEventListener('touchend', stop);
    canvas.addEventListener('touchcancel', stop);
    return () => {
      stop();
      map.off('contextmenu', onContextMenu);
      map.off('movestart', stop);
      canvas.removeEventListener('keydown', onKey);
      canvas.removeEventListener('touchstart', onTouch);
      canvas.removeEventListener('touchend', stop);
      canvas.removeEventListener('touchcancel', stop);
    };
  }, [map, open]);
}
