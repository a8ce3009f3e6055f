import { listOutEdges } from './out-edges.js';
import { allocateShared } from './share.js';
import type { StreetGraph } from './street-graph.js';

/** "MBSG" read as a little-endian number. */
const MAGIC = 0x4753424d;
/** Goes up with every change of the layout. */
const LAYOUT = 1;
const HEADER_NUMBERS = 8;

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** Bytes that are no graph of this program's. */
export class StreetGraphDamaged extends Error {
  override readonly name = 'StreetGraphDamaged';
}

/**
 * A graph as bytes to be kept: a header of 32-bit numbers (magic, layout, counts), then the arrays one after another, each
 * begun at a multiple of four. All little-endian, as every machine is that runs this. The version is not in it.
 */
export function serialiseGraph(graph: StreetGraph): Uint8Array {
  const names = new TextEncoder().encode(JSON.stringify(graph.names));
  const counts = [
    graph.vertexCount,
    graph.segmentCount,
    graph.bends.length,
    graph.forbiddenTurns.length,
    graph.forbiddenPaths.length,
    names.length,
  ];
  const parts = [...arraysOf(graph), names];
  const size = 4 * HEADER_NUMBERS + parts.reduce((sum, { byteLength }) => sum + padded(byteLength), 0);
  const bytes = new Uint8Array(size);
  new Uint32Array(bytes.buffer).set([MAGIC, LAYOUT, ...counts]);
  let at = 4 * HEADER_NUMBERS;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  }
  return bytes;
}

/**
 * A graph from its bytes, in arrays that threads can share.
 *
 * @throws StreetGraphDamaged when they are cut off, of another layout or point outside themselves
 */
export function deserialiseGraph(bytes: Uint8Array, version: string): StreetGraph {
  if (bytes.length < 4 * HEADER_NUMBERS) throw new StreetGraphDamaged(`${bytes.length} bytes are no graph`);
  const header = new Uint32Array(bytes.slice(0, 4 * HEADER_NUMBERS).buffer);
  const [magic, layout, vertexCount, segmentCount, bendNumbers, turnNumbers, pathNumbers, nameBytes] =
    header as unknown as [number, number, number, number, number, number, number, number];
  if (magic !== MAGIC) throw new StreetGraphDamaged('these bytes are no street graph');
  if (layout !== LAYOUT) throw new StreetGraphDamaged(`layout ${layout} is not known, only ${LAYOUT}`);
  const lengths = [
    ...[8 * vertexCount, vertexCount, 8 * segmentCount, 4 * segmentCount, segmentCount, segmentCount],
    ...[
      segmentCount,
      4 * segmentCount,
      4 * segmentCount + 4,
      4 * bendNumbers,
      4 * turnNumbers,
      4 * pathNumbers,
    ],
    nameBytes,
  ];
  const size = lengths.reduce((sum, length) => sum + padded(length), 4 * HEADER_NUMBERS);
  if (size !== bytes.length)
    throw new StreetGraphDamaged(`${bytes.length} bytes where ${size} belong to the graph`);

  let at = 4 * HEADER_NUMBERS;
  const take = <T extends { byteLength: number; buffer: ArrayBufferLike }>(
    length: number,
    type: (new (buffer: ArrayBufferLike) => T) & { readonly BYTES_PER_ELEMENT: number },
  ): T => {
    const array = allocateShared(length, type);
    new Uint8Array(array.buffer).set(bytes.subarray(at, at + array.byteLength));
    at += padded(array.byteLength);
    return array;
  };
  const places = take(2 * vertexCount, Int32Array);
  const vertexFlags = take(vertexCount, Uint8Array);
  const ends = take(2 * segmentCount, Uint32Array);
  const arrays = {
    lengths: take(segmentCount, Float32Array),
    classes: take(segmentCount, Uint8Array),
    limits: take(segmentCount, Uint8Array),
    access: take(segmentCount, Uint8Array),
    nameOf: take(segmentCount, Uint32Array),
    firstBend: take(segmentCount + 1, Uint32Array),
    bends: take(bendNumbers, Int32Array),
    forbiddenTurns: take(turnNumbers, Uint32Array),
    forbiddenPaths: take(pathNumbers, Uint32Array),
  };
  const names = readNames(bytes.subarray(at, at + nameBytes));
  const pointsOutside =
    ends.some((vertex) => vertex >= vertexCount) ||
    arrays.nameOf.some((name) => name >= names.length) ||
    arrays.firstBend.some((bend, s) => bend < (arrays.firstBend[s - 1] ?? 0)) ||
    2 * arrays.firstBend[segmentCount]! !== bendNumbers;
  if (pointsOutside) throw new StreetGraphDamaged('a number in it points outside the graph');
  return {
    version,
    vertexCount,
    segmentCount,
    places,
    vertexFlags,
    ends,
    ...listOutEdges(ends, vertexCount),
    ...arrays,
    names,
  };
}

function readNames(bytes: Uint8Array): string[] {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as string[];
  } catch {
    throw new StreetGraphDamaged('its street names cannot be read');
  }
}

/** In the order in which they are kept. Edges by vertex are left out: they follow from the ends. */
function arraysOf(graph: StreetGraph) {
  const { places, vertexFlags, ends, lengths, classes, limits, access, nameOf, firstBend, bends } = graph;
  const { forbiddenTurns, forbiddenPaths } = graph;
  return [
    ...[places, vertexFlags, ends, lengths, classes, limits, access, nameOf, firstBend, bends],
    ...[forbiddenTurns, forbiddenPaths],
  ];
}

const padded = (length: number): number => (length + 3) & ~3;
