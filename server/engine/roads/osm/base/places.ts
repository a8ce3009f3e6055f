import type { OsmTags } from '../visitor.js';
import { draft, type Draft } from './draft.js';

interface Shown {
  kind: string;
  rank: number;
  minZoom: number;
}

const PLACES: Record<string, Shown | undefined> = {
  city: { kind: 'county', rank: 1, minZoom: 6 },
  county: { kind: 'county', rank: 1, minZoom: 6 },
  district: { kind: 'county', rank: 2, minZoom: 8 },
  town: { kind: 'town', rank: 2, minZoom: 9 },
  suburb: { kind: 'community', rank: 3, minZoom: 12 },
  quarter: { kind: 'community', rank: 4, minZoom: 13 },
  neighbourhood: { kind: 'community', rank: 5, minZoom: 13 },
  village: { kind: 'village', rank: 3, minZoom: 11 },
  hamlet: { kind: 'village', rank: 5, minZoom: 13 },
};

/** Places people ask for on the phone; rank decides whose label stands when two collide. */
const POI_RANKS: Record<string, number | undefined> = {
  'amenity=police': 1,
  'amenity=townhall': 1,
  'amenity=hospital': 1,
  'railway=station': 1,
  'amenity=fire_station': 2,
  'amenity=courthouse': 2,
  'amenity=university': 2,
  'amenity=college': 2,
  'amenity=bus_station': 2,
  'amenity=school': 3,
  'amenity=marketplace': 3,
  'shop=mall': 3,
  'railway=halt': 3,
  'amenity=kindergarten': 4,
  'amenity=clinic': 4,
  'amenity=library': 4,
  'amenity=community_centre': 4,
  'tourism=attraction': 4,
};

const POI_ZOOMS = [13, 13, 14, 14, 15];
const POI_KEYS = ['amenity', 'railway', 'shop', 'tourism'];

/**
 * The labelled point that an object's tags describe: a settlement (`place=*`) or a point of interest
 * (kind `poi`), or null. `'place-unnamed'` for one that would have no label.
 */
export function placeOf(tags: OsmTags): Draft | 'place-unnamed' | null {
  const shown = PLACES[tags.place ?? ''] ?? poi(tags);
  if (!shown) return null;
  const place = draft(tags, { layer: 'place', as: 'point', ...shown });
  return place.name ? place : 'place-unnamed';
}

function poi(tags: OsmTags): Shown | null {
  for (const key of POI_KEYS) {
    const rank = POI_RANKS[`${key}=${tags[key]}`];
    if (rank) return { kind: 'poi', rank, minZoom: POI_ZOOMS[rank]! };
  }
  return null;
}
