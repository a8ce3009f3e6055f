import type { FontFacesSpecification, StyleSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MapPostsDocument,
  MapRiskPointsDocument,
  type MapPostsQuery,
  type MapRiskPointsQuery,
} from '../../graphql/generated/graphql.js';
import { incidentsToFeatures, selectLiveIncidents } from '../../map/features/incidents-to-features.js';
import { jurisdictionsToFeatures, postsToFeatures } from '../../map/features/posts-to-features.js';
import { riskPointsToFeatures } from '../../map/features/risk-points-to-features.js';
import { reachAreasToFeatures, reachMarksToFeatures } from '../../map/features/reach-to-features.js';
import { isPositionStale, unitsToFeatures } from '../../map/features/units-to-features.js';
import { buildStyle } from '../../map/style/build-style.js';
import { collectFontFaces } from '../../map/style/fonts.js';
import type { FeatureSets } from '../../map/use-feature-sync.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore, type Language } from '../../state/preference-store.js';
import type { OverlayId } from '../../state/overlays.js';
import type { TimeWindow } from '../../state/time-window.js';
import { getShownView, useReachStore } from '../../state/reach-store.js';
import { useNow } from '../../state/use-now.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette, type ThemeName } from '../../ui/tokens.js';
import { useIncidentCounts, useNewestIncidents } from '../list-incidents/use-incident-list.js';
import { useCoverage } from './use-coverage.js';
import { useEveryPage } from './use-every-page.js';
import { useExistingPartition, useGridTotals } from './use-grid-totals.js';
import { useReachLook } from './use-reach-look.js';
import { withRevision, withWindow, type TileSets } from './use-tile-sets.js';
import { useUnits } from './use-units.js';

export type LegendCounts = Partial<Record<OverlayId, Record<string, number>>>;

const getPosts = (data: MapPostsQuery): MapPostsQuery['posts'] => data.posts;
const getRiskPoints = (data: MapRiskPointsQuery): MapRiskPointsQuery['riskPoints'] => data.riskPoints;

/** Tiles may lag behind their revision by the time it took to ask. */
const overlapMilliseconds = 60_000;

let fontFaces: FontFacesSpecification | undefined;

function tally<T>(items: readonly T[], getKey: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = { all: items.length };
  for (const item of items) counts[getKey(item)] = (counts[getKey(item)] ?? 0) + 1;
  return counts;
}

/** Everything the map needs, derived from the cache and the view: data, and counts for the legend from the same. */
export function useMapData(window: TimeWindow, incidentsAsOf: number) {
  const visible = useViewStore((state) => state.visible);
  const partition = useViewStore((state) => state.partition);
  const posts = useEveryPage(MapPostsDocument, getPosts).nodes;
  const riskPoints = useEveryPage(MapRiskPointsDocument, getRiskPoints).nodes;
  const { units, positions } = useUnits();
  const coverage = useCoverage(visible.coverage, partition);
  const gridTotals = useGridTotals();
  useExistingPartition(gridTotals);
  const incidentCounts = useIncidentCounts(window);
  const newest = useNewestIncidents(window).incidents;
  const unitNow = useNow(15_000);

  const live = useMemo(
    () => selectLiveIncidents(newest, incidentsAsOf - overlapMilliseconds),
    [newest, incidentsAsOf],
  );
  const liveFeatures = useMemo(() => incidentsToFeatures(live), [live]);
  const postFeatures = useMemo(() => postsToFeatures(posts), [posts]);
  const jurisdictions = useMemo(() => jurisdictionsToFeatures(posts), [posts]);
  const riskFeatures = useMemo(() => riskPointsToFeatures(riskPoints), [riskPoints]);
  const { t, i18n } = useTranslation();
  const unitFeatures = useMemo(
    () =>
      unitsToFeatures(units, positions, unitNow, (age) =>
        t('map.quietFor', { minutes: formatNumber(Math.floor(age / 60_000), i18n.language as Language) }),
      ),
    [units, positions, unitNow, t, i18n.language],
  );
  const reachView = useReachStore(getShownView);
  const highlights = useReachStore((state) => state.highlights);
  const reachAreas = useMemo(() => reachAreasToFeatures(reachView), [reachView]);
  const found = useReachStore((state) => state.found);
  const reachMarks = useMemo(() => reachMarksToFeatures(highlights, found), [highlights, found]);
  const features: FeatureSets = useMemo(
    () => ({
      posts: postFeatures,
      jurisdictions,
      'risk-points': riskFeatures,
      'live-incidents': liveFeatures,
      units: unitFeatures,
      'reach-area': reachAreas,
      'reach-marks': reachMarks,
    }),
    [postFeatures, jurisdictions, riskFeatures, liveFeatures, unitFeatures, reachAreas, reachMarks],
  );
  const counts: LegendCounts = useMemo(() => {
    const recordedAt = new Map(positions.map((position) => [position.unitId, position.recordedAt]));
    const areas = tally(
      posts.filter(({ jurisdiction }) => jurisdiction),
      ({ kind }) => kind,
    );
    return {
      incidents: incidentCounts,
      units: tally(units, ({ id, state }) => {
        const at = recordedAt.get(id);
        return at !== undefined && isPositionStale(at, unitNow) ? 'STALE' : state;
      }),
      riskPoints: tally(riskPoints, ({ level }) => level),
      posts: tally(posts, ({ kind }) => kind),
      grids: { ...(gridTotals && { leaf: gridTotals[partition] }) },
      coverage: coverage.counts,
      stationJurisdictions: { all: areas.STATION ?? 0 },
      liaisonJurisdictions: { all: areas.LIAISON_STATION ?? 0 },
      squadronJurisdictions: { all: areas.TRAFFIC_SQUADRON ?? 0 },
    };
  }, [incidentCounts, units, positions, unitNow, riskPoints, posts, gridTotals, partition, coverage]);
  const liveIds = useMemo(() => live.map(({ id }) => id).sort(), [live]);
  return { features, counts, coverage, liveIds };
}

/** The style of the map for what is chosen on this screen. */
export function useMapStyle(
  tileSets: TileSets,
  window: TimeWindow,
  derived: { liveIds: string[]; neverSeenIds: string[]; marksSimulated: boolean },
  scale: { text: number; icon: number; isWall: boolean },
  theme: ThemeName,
): StyleSpecification {
  const language = usePreferenceStore((state) => state.language);
  const visible = useViewStore((state) => state.visible);
  const partition = useViewStore((state) => state.partition);
  const selected = useViewStore((state) => state.selected);
  const lostGridIds = useReachStore((state) => state.highlights.lostGridIds);
  const found = useReachStore((state) => state.found);
  const foundStreet = found?.isStreet ? found.name : null;
  const reach = useReachLook();
  const now = useNow(5 * 60_000);
  const { liveIds, neverSeenIds, marksSimulated } = derived;
  const { text, icon, isWall } = scale;
  return useMemo(() => {
    fontFaces ??= collectFontFaces(document);
    return buildStyle(
      {
        palette: getPalette(theme),
        language,
        visible,
        partition,
        window,
        nowSeconds: now / 1000,
        selected,
        liveIncidentIds: liveIds,
        neverSeenGridIds: neverSeenIds,
        marksSimulated,
        reach,
        foundStreet,
        lostGridIds,
        tileSets: {
          base: withRevision(tileSets.base),
          territory: withRevision(tileSets.territory),
          incidents: withWindow(tileSets.incidents, window),
        },
        textScale: text,
        iconScale: icon,
        isWall,
      },
      fontFaces,
    );
  }, [
    theme,
    language,
    visible,
    partition,
    window,
    now,
    selected,
    liveIds,
    neverSeenIds,
    marksSimulated,
    reach,
    foundStreet,
    lostGridIds,
    tileSets,
    text,
    icon,
    isWall,
  ]);
}
