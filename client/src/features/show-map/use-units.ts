import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import {
  MapUnitsDocument,
  UnitPositionsDocument,
  type MapUnitsQuery,
  type UnitPositionsQuery,
} from '../../graphql/generated/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useEveryPage } from './use-every-page.js';

const pollMilliseconds = 3000;
const getUnits = (data: MapUnitsQuery): MapUnitsQuery['units'] => data.units;

/** The units (states by events) and where they last were (asked for every three seconds). */
export function useUnits() {
  const units = useEveryPage(MapUnitsDocument, getUnits);
  const [{ data, fetching }, execute] = useQuery({ query: UnitPositionsDocument });
  useEffect(() => {
    const timer = setInterval(() => {
      // A hidden page need not ask; a slow answer must not be overtaken.
      if (!document.hidden && !fetching) execute({ requestPolicy: 'network-only' });
    }, pollMilliseconds);
    return () => clearInterval(timer);
  }, [execute, fetching]);
  const positions = data?.unitPositions;
  // A question that failed brings no positions; the last ones still hold, and grow stale on the map.
  const [known, setKnown] = useState<UnitPositionsQuery['unitPositions']>([]);
  if (positions && positions !== known) setKnown(positions);
  useEffect(() => {
    if (positions) useConnectionStore.getState().heard();
  }, [positions]);
  return { units: units.nodes, positions: positions ?? known };
}
