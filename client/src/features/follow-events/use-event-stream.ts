import { useEffect } from 'react';
import { useClient } from 'urql';
import { followEvents } from '../../graphql/event-stream.js';
import { useConnectionStore } from '../../state/connection-store.js';

/** Keeps this screen's cache and tiles in step with the server for as long as the screen is open. */
export function useEventStream(): void {
  const client = useClient();
  useEffect(() => {
    const { setMode, heard, noteChanges } = useConnectionStore.getState();
    return followEvents(client, {
      onMode: (mode) => setMode(mode),
      onBatch: ({ reset, events }) => {
        heard();
        noteChanges({
          incidents: reset || events.some(({ topic }) => topic === 'INCIDENT'),
          boundaries: reset || events.some(({ topic }) => topic === 'BOUNDARY'),
        });
      },
    });
  }, [client]);
}
