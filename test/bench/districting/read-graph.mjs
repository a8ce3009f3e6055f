import { readFileSync } from 'node:fs';

/**
 * Reads a graph from a JSON file: `nodes` with `population` and, if there are any, `id`s that the edges name (else edges
 * name nodes by place, from 0); `edges` as [a, b, …]. What else there is does not matter; an edge given twice is one.
 *
 * @returns {{ populations: number[], edges: [number, number][] }} edges by place in the file's order of nodes
 * @throws {Error} that says what is wrong and where
 */
export function readGraph(file) {
  const { nodes, edges } = parse(file);
  if (!Array.isArray(nodes) || nodes.length === 0) throw new Error(`${file} has no list "nodes".`);
  if (!Array.isArray(edges)) throw new Error(`${file} has no list "edges".`);
  const populations = nodes.map((node, i) => {
    const population = node?.population;
    if (typeof population !== 'number' || !Number.isFinite(population) || population < 0)
      throw new Error(
        `nodes[${i}] has no population that is a number from 0: ${JSON.stringify(population)}.`,
      );
    return population;
  });
  const placeOf = placesById(nodes);
  const seen = new Set();
  const pairs = [];
  edges.forEach((edge, i) => {
    const [a, b] = [edge?.[0], edge?.[1]].map((id) => {
      const place = placeOf.get(String(id));
      if (id == null || place === undefined)
        throw new Error(`edges[${i}] names a node that is not there: ${JSON.stringify(edge)}.`);
      return place;
    });
    const key = Math.min(a, b) * nodes.length + Math.max(a, b);
    if (a === b || seen.has(key)) return;
    seen.add(key);
    pairs.push([a, b]);
  });
  return { populations, edges: pairs };
}

function parse(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error.message}.`, { cause: error });
  }
  try {
    return JSON.parse(text) ?? {};
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error.message}.`, { cause: error });
  }
}

function placesById(nodes) {
  const haveIds = nodes.some((node) => node.id !== undefined);
  const placeOf = new Map();
  nodes.forEach((node, i) => {
    const id = haveIds ? node.id : i;
    if (typeof id !== 'number' && typeof id !== 'string')
      throw new Error(`nodes[${i}] has no id, others have: ${JSON.stringify(id)}.`);
    if (placeOf.has(String(id)))
      throw new Error(`nodes[${placeOf.get(String(id))}] and [${i}] have one id: ${id}.`);
    placeOf.set(String(id), i);
  });
  return placeOf;
}
