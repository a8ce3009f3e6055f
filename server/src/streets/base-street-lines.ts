import type { Geometry } from 'geojson';
import { toMultiLineString } from '@maplebridge/engine/geometry/normalise';
import { linesToGraph, type StreetLine } from '@maplebridge/engine/roads/graph/lines-to-graph';
import { streetAttributes } from '@maplebridge/engine/roads/osm/graph/osm-way';
import type { StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';

/** A street as the base map knows it; a one-way street is drawn in its direction. */
export interface BaseStreet {
  kind: string;
  name: string | null;
  ref?: string | null;
  oneway?: boolean;
  geometry: Geometry;
}

/** A graph of streets of which nothing but the drawing is known. */
export function graphOfBaseStreets(streets: readonly BaseStreet[]): StreetGraph {
  return linesToGraph(streets.flatMap(linesOf), '');
}

function linesOf({ kind, name, ref, oneway, geometry }: BaseStreet): StreetLine[] {
  const attributes = streetAttributes({
    highway: kind,
    oneway: oneway ? 'yes' : 'no',
    name: name ?? undefined,
    ref: ref ?? undefined,
  });
  if (!attributes || (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString')) return [];
  return toMultiLineString(geometry).coordinates.map((coordinates) => ({ coordinates, attributes }));
}
