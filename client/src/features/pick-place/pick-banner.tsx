import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLayoutStore } from '../../state/layout-store.js';
import { cancelPick, usePickStore } from '../../state/pick-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

/** While a place is asked for: what for, how to give it by hand or by key, and the way out. */
export function PickBanner({ map }: { map: MapLibreMap }) {
  const { t } = useTranslation();
  const pick = usePickStore((state) => state.pick);
  usePicking(map);
  if (!pick) return null;
  return (
    <>
      <div className="pick-banner" role="status" data-testid="pick-banner">
        <Icon name="target" />
        <p>
          <b>{pick.prompt}</b>
          <span>{t('pick.hint')}</span>
        </p>
        <Button size="small" onPress={cancelPick}>
          {t('pick.cancel')}
        </Button>
      </div>
      <span className="pick-centre" aria-hidden="true" />
    </>
  );
}

function usePicking(map: MapLibreMap): void {
  const pick = usePickStore((state) => state.pick);
  useEffect(() => {
    if (!pick) return;
    const canvas = map.getCanvas();
    const frame = map.getContainer();
    const settle = ({ lng, lat }: { lng: number; lat: number }): void => {
      // Not before the click has been heard by all: it would select what lies here.
      setTimeout(() => pick.settle({ longitude: lng, latitude: lat }));
    };
    const onClick = ({ lngLat }: MapMouseEvent): void => settle(lngLat);
    const onKey = (event: KeyboardEvent): void => {
      const isConfirmed = event.key === 'Enter' && document.activeElement === canvas;
      if (event.key !== 'Escape' && !isConfirmed) return;
      event.preventDefault();
      event.stopPropagation();
      if (isConfirmed) settle(map.getCenter());
      else cancelPick();
    };
    map.on('click', onClick);
    document.addEventListener('keydown', onKey, { capture: true });
    frame.dataset.picking = 'true';
    const former = document.activeElement;
    canvas.focus({ preventScroll: true });
    // On a phone the sheet makes way for the map.
    const { sheetHeight, setSheetHeight } = useLayoutStore.getState();
    setSheetHeight('low');
    return () => {
      map.off('click', onClick);
      document.removeEventListener('keydown', onKey, { capture: true });
      delete frame.dataset.picking;
      setSheetHeight(sheetHeight);
      if (former instanceof HTMLElement && former.isConnected) former.focus({ preventScroll: true });
    };
  }, [map, pick]);
}
