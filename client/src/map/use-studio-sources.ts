import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { useStudioStore, type StudioGrid } from '../state/studio-store.js';
import { feature } from './features/collection.js';
import { findInnerPoint, gridToFeature, gridToLabel } from './features/studio-to-features.js';
import { SourceWriter } from './studio-sources.js';

type Studio = ReturnType<typeof useStudioStore.getState>;

/** Keeps the plan's grids, their names and what panels highlight on the map: of the grids only those that changed. */
export function useStudioSources(map: MapLibreMap): void {
  useEffect(() => {
    const grids = new SourceWriter(map, 'studio-grids');
    const labels = new SourceWriter(map, 'studio-labels');
    const highlights = new SourceWriter(map, 'studio-highlights');

    const putGrids = (studio: Studio, former: Studio | null): void => {
      const { asOf, touched, revision } = studio;
      if (former && former.revision === revision && former.asOf === asOf) return;
      if (asOf) {
        grids.set(asOf.grids.features);
        labels.set(asOf.grids.features.map(toFormerLabel));
      } else if (!former || former.asOf || touched === 'all') {
        const ids = [...studio.grids.keys()];
        grids.set(ids.flatMap((id) => toFeature(studio, id) ?? []));
        labels.set(ids.flatMap((id) => toLabel(studio, id) ?? []));
      } else {
        grids.update(touched.map((id) => [id, toFeature(studio, id)] as const));
        labels.update(touched.map((id) => [id, toLabel(studio, id)] as const));
      }
    };
    const putHighlights = (studio: Studio, former: Studio | null): void => {
      if (former?.highlights !== studio.highlights)
        highlights.set(Object.values(studio.highlights).flatMap(({ features }) => features));
    };
    const put = (studio: Studio, former: Studio | null): void => {
      putGrids(studio, former);
      putHighlights(studio, former);
    };
    const putAll = (): void => put(useStudioStore.getState(), null);
    putAll();
    map.on('webglcontextrestored', putAll);
    const stop = useStudioStore.subscribe(put);
    return () => {
      stop();
      map.off('webglcontextrestored', putAll);
    };
  }, [map]);
}

/** A grid that is only being tried has a boundary and nothing that is said of it. */
function draftOf(id: string): StudioGrid {
  return {
    id,
    code: '',
    name: '',
    kind: 'BASIC',
    parentId: null,
    parentName: null,
    households: null,
    householdsSource: null,
    householdsAsOf: null,
    isNew: true,
    isChanged: false,
  };
}

function toFeature({ grids, boundaryOf }: Studio, id: string): Feature | null {
  const boundary = boundaryOf(id);
  return boundary ? gridToFeature(grids.get(id) ?? draftOf(id), boundary) : null;
}

/** The name of a grid of another time, which brings its own words: {id, name, short, code, mark}. */
function toFormerLabel({ geometry, properties }: Feature): Feature {
  return feature(
    { type: 'Point', coordinates: findInnerPoint(geometry as Polygon | MultiPolygon) },
    properties ?? {},
  );
}

function toLabel({ grids, boundaryOf }: Studio, id: string): Feature | null {
  const grid = grids.get(id);
  const boundary = grid && boundaryOf(id);
  return boundary ? gridToLabel(grid, boundary) : null;
}
