import type { OsmMember, OsmMemberType, OsmTags, OsmVisitor } from './visitor.js';
import { utf8Decoder } from './text.js';
import { WireError, WireReader } from './wire.js';

/**
 * The contents of one `OSMData` blob (OSM wiki, "PBF Format", PrimitiveBlock). Field keys are
 * written as number << 3 | wire type, so that a wrong type falls through to `skip`.
 */
const bytesField = (number: number) => (number << 3) | 2;
const varintField = (number: number) => number << 3;
const MEMBER_TYPES: readonly OsmMemberType[] = ['node', 'way', 'relation'];

interface BlockContext {
  readonly strings: readonly string[];
  /** Steps of 1e-7° = (offset + granularity × value) / 100. */
  readonly granularity: number;
  readonly latitudeOffset: number;
  readonly longitudeOffset: number;
  readonly visitor: OsmVisitor;
}

/** Reports every object of a decompressed `OSMData` block. Throws `WireError` on bytes that make no sense. */
export function visitPrimitiveBlock(bytes: Uint8Array, visitor: OsmVisitor): void {
  const block = new WireReader(bytes);
  const groups: WireReader[] = [];
  let strings: string[] = [];
  let granularity = 100;
  let latitudeOffset = 0;
  let longitudeOffset = 0;
  while (block.more) {
    const key = block.key();
    if (key === bytesField(1)) strings = readStrings(block.message());
    // The granularity stands behind the groups: they wait until it is known.
    else if (key === bytesField(2)) groups.push(block.message());
    else if (key === varintField(17)) granularity = block.varint();
    else if (key === varintField(19)) latitudeOffset = block.int64();
    else if (key === varintField(20)) longitudeOffset = block.int64();
    else block.skip(key);
  }
  const context = { strings, granularity, latitudeOffset, longitudeOffset, visitor };
  for (const group of groups) visitGroup(group, context);
}

function readStrings(table: WireReader): string[] {
  const decoder = utf8Decoder();
  const strings: string[] = [];
  while (table.more) {
    const key = table.key();
    if (key === bytesField(1)) strings.push(decoder.decode(table.content()));
    else table.skip(key);
  }
  return strings;
}

function visitGroup(group: WireReader, context: BlockContext): void {
  const { visitor } = context;
  while (group.more) {
    const key = group.key();
    if (key === bytesField(1) && visitor.node) visitNode(group.message(), context);
    else if (key === bytesField(2) && visitor.node) visitDenseNodes(group.message(), context);
    else if (key === bytesField(3) && visitor.way) visitWay(group.message(), context);
    else if (key === bytesField(4) && visitor.relation) visitRelation(group.message(), context);
    else group.skip(key);
  }
}

function visitNode(node: WireReader, context: BlockContext): void {
  let id = 0;
  let latitude = 0;
  let longitude = 0;
  let keys: WireReader | null = null;
  let values: WireReader | null = null;
  while (node.more) {
    const key = node.key();
    if (key === varintField(1)) id = node.signed();
    else if (key === bytesField(2)) keys = node.message();
    else if (key === bytesField(3)) values = node.message();
    else if (key === varintField(8)) latitude = node.signed();
    else if (key === varintField(9)) longitude = node.signed();
    else node.skip(key);
  }
  const x = degrees(longitude, context.granularity, context.longitudeOffset);
  const y = degrees(latitude, context.granularity, context.latitudeOffset);
  report(context, id, x, y, readTags(keys, values, context.strings));
}

function visitDenseNodes(dense: WireReader, context: BlockContext): void {
  const empty = new WireReader(dense.bytes, dense.end, dense.end);
  let ids = empty;
  let latitudes = empty;
  let longitudes = empty;
  let keysValues = empty;
  while (dense.more) {
    const key = dense.key();
    if (key === bytesField(1)) ids = dense.message();
    else if (key === bytesField(8)) latitudes = dense.message();
    else if (key === bytesField(9)) longitudes = dense.message();
    else if (key === bytesField(10)) keysValues = dense.message();
    else dense.skip(key);
  }
  const { granularity, latitudeOffset, longitudeOffset, strings } = context;
  let id = 0;
  let latitude = 0;
  let longitude = 0;
  while (ids.more) {
    id += ids.signed();
    latitude += latitudes.signed();
    longitude += longitudes.signed();
    const tags = keysValues.more ? readDenseTags(keysValues, strings) : null;
    const x = degrees(longitude, granularity, longitudeOffset);
    report(context, id, x, degrees(latitude, granularity, latitudeOffset), tags);
  }
}

function report(context: BlockContext, id: number, x: number, y: number, tags: OsmTags | null): void {
  // Planet files do hold a handful of nodes a hair beyond 180°: those are not an error.
  if (!(Math.abs(x) <= 180.0001 && Math.abs(y) <= 90.0001)) {
    throw new WireError(`node ${id} lies at ${x}, ${y}, which is not on the globe`);
  }
  context.visitor.node!(id, x, y, tags);
}

function visitWay(way: WireReader, context: BlockContext): void {
  let id = 0;
  let keys: WireReader | null = null;
  let values: WireReader | null = null;
  const nodeIds: number[] = [];
  while (way.more) {
    const key = way.key();
    if (key === varintField(1)) id = way.int64();
    else if (key === bytesField(2)) keys = way.message();
    else if (key === bytesField(3)) values = way.message();
    else if (key === bytesField(8)) {
      const refs = way.message();
      let nodeId = 0;
      while (refs.more) nodeIds.push((nodeId += refs.signed()));
    } else way.skip(key);
  }
  context.visitor.way!(id, nodeIds, readTags(keys, values, context.strings));
}

function visitRelation(relation: WireReader, context: BlockContext): void {
  const empty = new WireReader(relation.bytes, relation.end, relation.end);
  let id = 0;
  let keys: WireReader | null = null;
  let values: WireReader | null = null;
  let roles = empty;
  let ids = empty;
  let types = empty;
  while (relation.more) {
    const key = relation.key();
    if (key === varintField(1)) id = relation.int64();
    else if (key === bytesField(2)) keys = relation.message();
    else if (key === bytesField(3)) values = relation.message();
    else if (key === bytesField(8)) roles = relation.message();
    else if (key === bytesField(9)) ids = relation.message();
    else if (key === bytesField(10)) types = relation.message();
    else relation.skip(key);
  }
  const members: OsmMember[] = [];
  let memberId = 0;
  while (ids.more) {
    memberId += ids.signed();
    const type = MEMBER_TYPES[types.varint()];
    if (!type) throw new WireError(`relation ${id} has a member of an unknown type`);
    members.push({ type, id: memberId, role: stringAt(context.strings, roles.varint()) });
  }
  context.visitor.relation!(id, members, readTags(keys, values, context.strings));
}

function readTags(
  keys: WireReader | null,
  values: WireReader | null,
  strings: readonly string[],
): OsmTags | null {
  if (!keys?.more || !values) return null;
  const tags: Record<string, string> = Object.create(null) as Record<string, string>;
  while (keys.more) tags[stringAt(strings, keys.varint())] = stringAt(strings, values.varint());
  return tags;
}

/** Key and value indexes of one dense node, ended by a zero. */
function readDenseTags(keysValues: WireReader, strings: readonly string[]): OsmTags | null {
  let tags: Record<string, string> | null = null;
  while (keysValues.more) {
    const key = keysValues.varint();
    if (key === 0) break;
    tags ??= Object.create(null) as Record<string, string>;
    tags[stringAt(strings, key)] = stringAt(strings, keysValues.varint());
  }
  return tags;
}

function stringAt(strings: readonly string[], index: number): string {
  const text = strings[index];
  if (text === undefined) throw new WireError(`text number ${index} is not in the block's table`);
  return text;
}

function degrees(value: number, granularity: number, offset: number): number {
  // Almost every file: the value is a whole number of 1e-7° already.
  if (granularity === 100 && offset === 0) return value / 1e7;
  return Math.round((offset + granularity * value) / 100) / 1e7;
}
