import type { Geometry } from 'geojson';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import {
  MapPostsDocument,
  MapRiskPointsDocument,
  MapUnitsDocument,
  UnitPositionsDocument,
  type MapPostsQuery,
  type MapRiskPointsQuery,
  type MapUnitsQuery,
} from '../../graphql/generated/graphql.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import { isInBounds } from './is-in-bounds.js';

const getPosts = (data: MapPostsQuery): MapPostsQuery['posts'] => data.posts;
const getRiskPoints = (data: MapRiskPointsQuery): MapRiskPointsQuery['riskPoints'] => data.riskPoints;
const getUnits = (data: MapUnitsQuery): MapUnitsQuery['units'] => data.units;

/** The units, posts and risk points inside a box. They are the map's own sets, from the same cache: nothing is asked anew. */
export function usePlacesInView(bbox: readonly number[]) {
  const posts = useEveryPage(MapPostsDocument, getPosts);
  const riskPoints = useEveryPage(MapRiskPointsDocument, getRiskPoints);
  const units = useEveryPage(MapUnitsDocument, getUnits);
  // The map asks for positions every few seconds; here they are only read.
  const [{ data }] = useQuery({ query: UnitPositionsDocument, requestPolicy: 'cache-first' });
  const positions = data?.unitPositions;
  return {
    isLoading: posts.isLoading || riskPoints.isLoading || units.isLoading,
    posts: useMemo(
      () => posts.nodes.filter(({ location }) => isPointIn(location, bbox)),
      [posts.nodes, bbox],
    ),
    riskPoints: useMemo(
      () => riskPoints.nodes.filter(({ location }) => isPointIn(location, bbox)),
      [riskPoints.nodes, bbox],
    ),
    units: useMemo(() => {
      const inside = new Map(
        positions?.filter(({ location }) => isPointIn(location, bbox)).map((each) => [each.unitId, each]),
      );
      return units.nodes
        .flatMap((unit) => {
          const position = inside.get(unit.id);
          return position ? [{ ...unit, position }] : [];
        })
        .sort((a, b) => a.callSign.localeCompare(b.callSign, 'zh-CN'));
    }, [units.nodes, positions, bbox]),
  };
}

function isPointIn(location: Geometry | null | undefined, bbox: readonly number[]): boolean {
  return location ? isInBounds(location, bbox) : false;
}
