import { useEffect } from 'react';
import { useClient } from 'urql';
import { changesBoundaries } from '../../graphql/apply-events.js';
import { followEvents, type EventBatch } from '../../graphql/event-stream.js';
import { useConnectionStore } from '../../state/connection-store.js';

/**
 * Keeps this screen's cache and tiles in step with the server for as long as the screen is open. `onBatch`, if any,
 * must be stable; it hears of every batch after the cache.
 */
export function useEventStream(onBatch?: (batch: EventBatch) => void): void {
  const client = useClient();
  useEffect(() => {
    const { setMode, heard, noteChanges } = useConnectionStore.getState();
    return followEvents(client, {
      onMode: (mode) => setMode(mode),
      onBatch: (batch) => {
        const { reset, events } = batch;
        heard();
        noteChanges({
          incidents: reset || events.some(({ topic }) => topic === 'INCIDENT'),
          boundaries: reset || events.some(changesBoundaries),
          plans: reset || events.some(({ topic }) => topic === 'BOUNDARY'),
        });
        onBatch?.(batch);
      },
    });
  }, [client, onBatch]);
}
