import type { OsmMember, OsmTags, OsmVisitor } from '../visitor.js';
import { NodeStore } from '../base/store.js';
import { buildGraph, type StreetLines } from '../../graph/build-graph.js';
import { Growing } from '../../growing.js';
import { hilbertKey } from '../../graph/hilbert.js';
import { streetAttributes, vertexFlagsOf, type StreetAttributes } from './osm-way.js';
import { resolveRestrictions, restrictionOf, type Restriction } from './osm-restrictions.js';
import type { StreetGraph } from '../../graph/street-graph.js';

/** What a file held that the graph could not use. */
export interface StreetReport {
  ways: number;
  nodesMissing: number;
  /** Turn restrictions that concern somebody of ours. */
  restrictions: number;
  /** Those of them not in the graph: their members are not in the file, or do not say which turn is meant. */
  restrictionsUnused: number;
  /** Besides: restrictions that hold at certain times only. */
  restrictionsConditional: number;
}

/**
 * Collects an OSM file and builds a street graph:
 *
 *     const streets = new OsmStreets();
 *     await readPbf(chunks, { inflate }, streets);
 *     const graph = streets.build('v1');
 */
export class OsmStreets implements OsmVisitor {
  readonly report: StreetReport = {
    ways: 0,
    nodesMissing: 0,
    restrictions: 0,
    restrictionsUnused: 0,
    restrictionsConditional: 0,
  };
  private readonly nodeFlags = new Map<number, number>();
  private readonly wayIds: number[] = [];
  private readonly attributes: StreetAttributes[] = [];
  private readonly starts = new Growing(new Uint32Array(1024));
  private readonly refs = new Growing(new Float64Array(8192));
  private readonly restrictions: Restriction[] = [];
  private readonly nodes: NodeStore;

  /** @param filled nodes that somebody else collects from the same file */
  constructor(private readonly filled?: NodeStore) {
    this.nodes = filled ?? new NodeStore();
  }

  node(id: number, longitude: number, latitude: number, tags: OsmTags | null): void {
    if (!this.filled) this.nodes.add(id, longitude, latitude);
    if (tags === null || (tags.barrier === undefined && tags.highway !== 'traffic_signals')) return;
    const flags = vertexFlagsOf(tags);
    if (flags !== 0) this.nodeFlags.set(id, flags);
  }

  way(id: number, nodeIds: number[], tags: OsmTags | null): void {
    const attributes = tags && streetAttributes(tags);
    if (!attributes || nodeIds.length < 2) return;
    this.report.ways++;
    this.wayIds.push(id);
    this.attributes.push(attributes);
    this.starts.push(this.refs.length);
    for (const nodeId of nodeIds) this.refs.push(nodeId);
  }

  relation(_id: number, members: OsmMember[], tags: OsmTags | null): void {
    const found = tags && restrictionOf(members, tags);
    if (found === null) return;
    if (found === 'conditional') this.report.restrictionsConditional++;
    else {
      this.report.restrictions++;
      if (found === 'unclear') this.report.restrictionsUnused++;
      else this.restrictions.push(found);
    }
  }

  /** Builds the graph; may be called once. */
  build(version: string): StreetGraph {
    const { lines, firstLine, order } = this.locate();
    const { graph, firstSegment, vertexOf } = buildGraph(lines, version);
    const positionOf = new Map(Array.from(order, (way, position) => [this.wayIds[way]!, position]));
    const { unclear, ...forbidden } = resolveRestrictions(graph, this.restrictions, {
      segmentsOf: (way) => {
        const position = positionOf.get(way);
        if (position === undefined) return undefined;
        return [firstSegment[firstLine[position]!]!, firstSegment[firstLine[position + 1]!]!];
      },
      vertexOf: (node) => (vertexOf[this.nodes.find(node)] ?? 0) - 1,
    });
    this.report.restrictionsUnused += unclear;
    return { ...graph, ...forbidden };
  }

  /** Ways as lines over points that are in the file: one that leaves it and comes back is several. */
  private locate(): { lines: StreetLines; firstLine: Uint32Array; order: Uint32Array } {
    const ids = this.refs.view();
    const wayStarts = this.starts.view();
    const starts = new Growing(new Uint32Array(wayStarts.length + 1));
    const refs = new Growing(new Uint32Array(ids.length));
    const attributes: StreetAttributes[] = [];
    const firstLine = new Uint32Array(this.wayIds.length + 1);
    const order = this.orderBySpace(ids, wayStarts);
    for (let position = 0; position < order.length; position++) {
      const way = order[position]!;
      firstLine[position] = attributes.length;
      const end = way + 1 < wayStarts.length ? wayStarts[way + 1]! : ids.length;
      let runStart = refs.length;
      for (let i = wayStarts[way]!; i <= end; i++) {
        const point = i < end ? this.nodes.find(ids[i]!) : -1;
        if (point >= 0) {
          refs.push(point);
          continue;
        }
        if (i < end) this.report.nodesMissing++;
        if (refs.length - runStart >= 2) {
          starts.push(runStart);
          attributes.push(this.attributes[way]!);
        } else refs.length = runStart;
        runStart = refs.length;
      }
    }
    firstLine[this.wayIds.length] = attributes.length;
    starts.push(refs.length);
    const flags = new Map<number, number>();
    for (const [id, value] of this.nodeFlags) flags.set(this.nodes.find(id), value);
    const lines = {
      points: this.nodes.places(),
      flags,
      starts: starts.view(),
      refs: refs.view(),
      attributes,
    };
    return { lines, firstLine, order };
  }

  /** Ways in the order of a space-filling curve. */
  private orderBySpace(ids: Float64Array, wayStarts: Uint32Array): Uint32Array {
    const keys = Float64Array.from(this.wayIds, (_, way) => {
      const middle = (wayStarts[way]! + (way + 1 < wayStarts.length ? wayStarts[way + 1]! : ids.length)) >> 1;
      const point = this.nodes.find(ids[middle]!);
      return point < 0 ? 0 : hilbertKey(this.nodes.x(point), this.nodes.y(point));
    });
    return Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
  }
}
