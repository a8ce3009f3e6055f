import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { bindKeys } from '../../../map/modes/bind-keys.js';
import { bindPointer } from '../../../map/modes/bind-pointer.js';
import { createMode } from '../../../map/modes/create-mode.js';
import { useStudioAsk } from '../../../state/studio-ask.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { endWork, useStudioWork } from '../../../state/studio-work-store.js';
import { useCurrentSession } from '../session/current-session.js';
import { useSessionStore } from '../session/session-store.js';
import { createHost } from './studio-host.js';
import { findStreetPath } from './street-path.js';

/** Lets the chosen tool work on the map for as long as a plan is open and nobody asks for a place. */
export function useStudioTools(map: MapLibreMap): void {
  const { t } = useTranslation();
  const client = useClient();
  const tool = useStudioStore((state) => state.tool);
  const hasAsOf = useStudioStore((state) => state.asOf !== null);
  const isAsked = useStudioAsk((state) => state.ask !== null);
  const isReady = useSessionStore((state) => state.phase.kind === 'ready');
  const session = useCurrentSession((state) => (isReady ? state.session : null));
  const isOn = session !== null && !isAsked && !hasAsOf;
  useEffect(() => {
    if (!isOn) return;
    const host = createHost(map, session, t, (from, to) => findStreetPath(client, from, to));
    const mode = createMode(tool, host);
    useStudioWork.setState({
      confirm: () => mode.confirm?.(),
      cancel: () => void mode.cancel?.(),
      remove: () => mode.remove?.(),
      change: (card) => mode.change?.(card),
    });
    const stops = [
      session.watch(() => mode.refresh?.()),
      bindPointer(map, mode),
      bindKeys(map, mode),
      useStudioStore.subscribe(({ selectedGridIds }, former) => {
        const { isDragging, card } = useStudioWork.getState();
        if (selectedGridIds !== former.selectedGridIds && !isDragging && !card) mode.reselect?.();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      session.preview(null);
      host.draw([]);
      host.setCursor('');
      endWork('select');
    };
  }, [map, session, tool, isOn, t, client]);
}
