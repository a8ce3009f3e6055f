import type { OsmTags } from '../visitor.js';
import { draft, isSet, type Draft } from './draft.js';

const WATER: Record<string, string | undefined> = {
  river: 'river',
  oxbow: 'lake',
  lake: 'lake',
  lagoon: 'lake',
  reservoir: 'reservoir',
  basin: 'reservoir',
  pond: 'pond',
  fish_pond: 'pond',
  fishpond: 'pond',
  canal: 'river',
  ditch: 'river',
  stream: 'river',
  stream_pool: 'pond',
  reflecting_pool: 'pond',
  wastewater: 'pond',
};

const GREEN: Record<string, string | undefined> = {
  'leisure=park': 'park',
  'leisure=garden': 'park',
  'leisure=nature_reserve': 'forest',
  'leisure=golf_course': 'grass',
  'leisure=pitch': 'grass',
  'landuse=recreation_ground': 'park',
  'landuse=village_green': 'park',
  'landuse=cemetery': 'grass',
  'landuse=forest': 'forest',
  'natural=wood': 'forest',
  'natural=scrub': 'forest',
  'natural=heath': 'grass',
  'natural=grassland': 'grass',
  'landuse=grass': 'grass',
  'landuse=meadow': 'grass',
  'landuse=farmland': 'farmland',
  'landuse=allotments': 'farmland',
  'landuse=orchard': 'orchard',
  'landuse=vineyard': 'orchard',
  'landuse=plant_nursery': 'orchard',
};

const LANDUSE: Record<string, string | undefined> = {
  'amenity=school': 'school',
  'amenity=university': 'school',
  'amenity=college': 'school',
  'amenity=kindergarten': 'school',
  'amenity=hospital': 'hospital',
  'amenity=clinic': 'hospital',
  'railway=station': 'station',
  'public_transport=station': 'station',
  'amenity=bus_station': 'station',
  'aeroway=aerodrome': 'station',
  'landuse=residential': 'residential',
  'landuse=industrial': 'industrial',
  'landuse=railway': 'industrial',
  'landuse=port': 'industrial',
  'landuse=quarry': 'industrial',
  'landuse=commercial': 'commercial',
  'landuse=retail': 'commercial',
};

const KEYS = ['amenity', 'railway', 'public_transport', 'aeroway', 'leisure', 'natural', 'landuse'];

/**
 * The area that the tags of a closed way or of a multipolygon relation describe, or null. One area
 * each: a building first (a school building is a building), then water, green, use of land.
 */
export function areaOf(tags: OsmTags): Draft | null {
  if (tags.area === 'no') return null;
  if (isSet(tags.building))
    return draft(tags, { layer: 'building', kind: tags.building!, as: 'area', rank: 1, minZoom: 14 });
  const water = waterKind(tags);
  if (water) return draft(tags, { layer: 'water', kind: water, as: 'area', rank: 1, minZoom: 6 });
  const green = firstOf(tags, GREEN);
  if (green) return draft(tags, { layer: 'green', kind: green, as: 'area', rank: 2, minZoom: 9 });
  const landuse = firstOf(tags, LANDUSE);
  if (landuse) return draft(tags, { layer: 'landuse', kind: landuse, as: 'area', rank: 3, minZoom: 10 });
  return null;
}

function waterKind(tags: OsmTags): string | null {
  if (tags.waterway === 'riverbank' || tags.waterway === 'dock') return 'river';
  if (tags.landuse === 'reservoir' || tags.landuse === 'basin') return 'reservoir';
  if (tags.landuse === 'aquaculture' || tags.leisure === 'swimming_pool') return 'pond';
  if (tags.natural === 'bay' || tags.natural === 'strait') return null;
  if (tags.natural !== 'water') return null;
  return WATER[tags.water ?? ''] ?? 'lake';
}

function firstOf(tags: OsmTags, kinds: Record<string, string | undefined>): string | null {
  for (const key of KEYS) {
    const value = tags[key];
    const kind = value === undefined ? undefined : kinds[`${key}=${value}`];
    if (kind) return kind;
  }
  return null;
}

const WATERWAYS: Record<string, { kind: string; rank: number; minZoom: number } | undefined> = {
  river: { kind: 'river', rank: 1, minZoom: 8 },
  canal: { kind: 'canal', rank: 2, minZoom: 11 },
  stream: { kind: 'stream', rank: 3, minZoom: 13 },
  ditch: { kind: 'stream', rank: 4, minZoom: 14 },
  drain: { kind: 'stream', rank: 4, minZoom: 14 },
};

/** The middle line of running water (`waterway=*`), or null. */
export function waterwayOf(tags: OsmTags): Draft | null {
  const found = WATERWAYS[tags.waterway ?? ''];
  return found ? draft(tags, { layer: 'waterway', as: 'line', ...found }) : null;
}

const RAILWAYS = new Set(['rail', 'light_rail', 'subway', 'tram', 'narrow_gauge', 'monorail', 'funicular']);

/** A track in use (`railway=*`), or null; sidings and yards show late. */
export function railwayOf(tags: OsmTags): Draft | null {
  const kind = tags.railway ?? '';
  if (!RAILWAYS.has(kind)) return null;
  const siding = isSet(tags.service);
  const main = kind === 'rail';
  const minZoom = siding ? 13 : main ? 8 : 12;
  return draft(tags, { layer: 'railway', kind, as: 'line', rank: siding ? 3 : main ? 1 : 2, minZoom });
}
