import type { Geometry } from 'geojson';
import { signedSize } from '../../geometry/normalise.js';
import { findFault } from '../../geometry/validity.js';
import { areaOf, railwayOf, waterwayOf } from './base/areas.js';
import type { BaseLayer, Draft } from './base/draft.js';
import { placeOf } from './base/places.js';
import { emptyReport, skip, type BaseReport } from './base/report.js';
import { assignHoles, stitchRings } from './base/rings.js';
import {
  gridPieces,
  gridRing,
  lineGeometry,
  middleOf,
  polygonGeometry,
  roughSquareMetres,
  zoomForArea,
} from './base/shapes.js';
import { NodeStore, WayStore } from './base/store.js';
import { streetOf } from './base/streets.js';
import type { OsmMember, OsmTags, OsmVisitor } from './visitor.js';

export type { BaseLayer, BaseReport };

/** One object of the base map. `minZoom` is the first tile zoom that needs it, `rank` 1 the most important of its layer. */
export interface BaseFeature {
  readonly layer: BaseLayer;
  readonly kind: string;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly ref: string | null;
  readonly bridge: boolean;
  readonly tunnel: boolean;
  /** The line may be travelled from its first to its last position only. */
  readonly oneway: boolean;
  readonly rank: number;
  readonly minZoom: number;
  /** `node/1`, `way/2` or `relation/3` of OpenStreetMap. One source may give two features of different layers. */
  readonly sourceId: string;
  /** WGS84, multiples of 1e-7°; polygons are valid and wound as RFC 7946 says. */
  readonly geometry: Geometry;
}

/**
 * Collects an OSM file and turns it into base map features:
 *
 *     const base = new BaseFeatures();
 *     await readPbf(chunks, { inflate }, base);
 *     for (const feature of base.features()) …
 *     base.report
 *
 * Objects may come in any order. Memory: 16 bytes a node and 8 a reference, besides the tags' gist of
 * the objects that will be drawn.
 */
export class BaseFeatures implements OsmVisitor {
  readonly report: BaseReport = emptyReport();
  private readonly ways = new WayStore();
  private readonly wayDrafts = new Map<number, Draft[]>();
  private readonly places: { id: number; longitude: number; latitude: number; draft: Draft }[] = [];
  private readonly relations: { id: number; draft: Draft; place: Draft | null; members: OsmMember[] }[] = [];

  /** @param nodes to collect the file's nodes in; others may read them afterwards */
  constructor(private readonly nodes = new NodeStore()) {}

  node(id: number, longitude: number, latitude: number, tags: OsmTags | null): void {
    this.nodes.add(id, longitude, latitude);
    const draft = tags && this.place(tags);
    if (draft) this.places.push({ id, longitude, latitude, draft });
  }

  way(id: number, nodeIds: number[], tags: OsmTags | null): void {
    const index = this.ways.size;
    this.ways.add(id, nodeIds);
    if (!tags) return;
    const closed = nodeIds.length >= 4 && nodeIds[0] === nodeIds[nodeIds.length - 1];
    if (tags.natural === 'coastline') skip(this.report, 'coastline');
    const street = streetOf(tags);
    if (typeof street === 'string') skip(this.report, street);
    const drafts = [
      street,
      waterwayOf(tags),
      railwayOf(tags),
      ...(closed ? [areaOf(tags), this.place(tags)] : []),
    ];
    const kept = drafts.filter((draft): draft is Draft => draft !== null && typeof draft !== 'string');
    if (kept.length > 0) this.wayDrafts.set(index, kept);
  }

  relation(id: number, members: OsmMember[], tags: OsmTags | null): void {
    if (tags?.type !== 'multipolygon') return;
    const draft = areaOf(tags);
    if (draft) this.relations.push({ id, draft, place: this.place(tags), members });
  }

  /** The features, relations first, then ways, then nodes. May be run once; `report` is complete at its end. */
  *features(): Generator<BaseFeature, void, void> {
    for (const relation of this.relations) yield* this.count(this.relationFeatures(relation));
    for (const [index, drafts] of this.wayDrafts) yield* this.count(this.wayFeatures(index, drafts));
    for (const { id, longitude, latitude, draft } of this.places) {
      yield* this.count([
        feature(draft, `node/${id}`, { type: 'Point', coordinates: [longitude, latitude] }),
      ]);
    }
  }

  private *count(features: Iterable<BaseFeature>): Generator<BaseFeature, void, void> {
    for (const one of features) {
      this.report.kept[one.layer]++;
      yield one;
    }
  }

  private place(tags: OsmTags): Draft | null {
    const place = placeOf(tags);
    if (place !== 'place-unnamed') return place;
    skip(this.report, place);
    return null;
  }

  private *wayFeatures(index: number, drafts: readonly Draft[]): Generator<BaseFeature, void, void> {
    const sourceId = `way/${this.ways.id(index)}`;
    const nodeIds = this.ways.nodeIds(index);
    for (const draft of drafts) {
      if (draft.as === 'line') {
        const { pieces, missing } = gridPieces(
          draft.reverse ? nodeIds.slice().reverse() : nodeIds,
          this.nodes,
        );
        if (pieces.length === 0) skip(this.report, missing > 0 ? 'nodes-missing' : 'no-length');
        else yield feature(draft, sourceId, lineGeometry(pieces));
        if (pieces.length > 0 && missing > 0) this.report.cut++;
        continue;
      }
      const ring = gridRing(nodeIds, this.nodes);
      if (!ring) skip(this.report, 'ring-broken');
      else if (draft.as === 'point') yield feature(draft, sourceId, middleOf(ring));
      else yield* this.area(draft, sourceId, [[ring]]);
    }
  }

  private *relationFeatures(relation: BaseFeatures['relations'][number]): Generator<BaseFeature, void, void> {
    const outers = this.rings(relation.members, false);
    const inners = this.rings(relation.members, true);
    if (outers.length === 0) return skip(this.report, 'relation-without-shell');
    const { polygons, stray } = assignHoles(outers, inners);
    skip(this.report, 'hole-outside-shell', stray);
    const sourceId = `relation/${relation.id}`;
    yield* this.area(relation.draft, sourceId, polygons);
    const largest = outers.reduce((a, b) => (a.size >= b.size ? a : b));
    if (relation.place) yield feature(relation.place, sourceId, middleOf(largest.grid));
  }

  private rings(members: readonly OsmMember[], inner: boolean) {
    const wanted = members.filter(({ type, role }) => type === 'way' && (role === 'inner') === inner);
    const found = wanted.map(({ id }) => this.ways.find(id)).filter((index) => index >= 0);
    const { rings, open } = stitchRings(found.map((index) => this.ways.nodeIds(index)));
    const grids = rings.map((ring) => gridRing(ring, this.nodes));
    const whole = grids.filter((grid) => grid !== null);
    // A member that is not in the file has left an open end, or was a ring of its own.
    const absent = open === 0 && found.length < wanted.length ? 1 : 0;
    skip(this.report, 'relation-ring-open', open + absent);
    skip(this.report, 'ring-broken', grids.length - whole.length);
    return whole.map((grid) => ({ grid, size: Math.abs(signedSize(grid)) }));
  }

  private *area(draft: Draft, sourceId: string, parts: Int32Array[][]): Generator<BaseFeature, void, void> {
    if (findFault(parts)) {
      // One bad part need not cost the others.
      const sound = parts.length > 1 ? parts.filter((part) => !findFault([part])) : [];
      skip(this.report, 'polygon-invalid', Math.max(1, parts.length - sound.length));
      if (sound.length > 0 && !findFault(sound)) yield sized(draft, sourceId, sound);
      return;
    }
    yield sized(draft, sourceId, parts);
  }
}

/** How wide an area must be on screen before it is worth drawing, by layer. */
const AREA_PIXELS: Partial<Record<BaseLayer, number>> = { water: 4, green: 6, landuse: 10 };
const LAST_AREA_ZOOM = 14;

function sized(draft: Draft, sourceId: string, parts: Int32Array[][]): BaseFeature {
  const pixels = AREA_PIXELS[draft.layer];
  const zoom = pixels ? zoomForArea(roughSquareMetres(parts), pixels) : draft.minZoom;
  const minZoom = Math.min(LAST_AREA_ZOOM, Math.max(draft.minZoom, zoom));
  return { ...feature(draft, sourceId, polygonGeometry(parts)), minZoom };
}

function feature(draft: Draft, sourceId: string, geometry: Geometry): BaseFeature {
  const { layer, kind, name, nameEn, ref, bridge, tunnel, oneway, rank, minZoom } = draft;
  return { layer, kind, name, nameEn, ref, bridge, tunnel, oneway, rank, minZoom, sourceId, geometry };
}
