import { bounds } from './fill.mjs';
import { createRandom } from './random.mjs';

/** What a map asks for what it shows: the newest incidents within its bounds. */
export const question = `query ($bbox: [Float!]) {
  incidents(filter: { bbox: $bbox }, first: 200) {
    edges { node { id number kind status reportedAt location } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The same asked of PostGraphile, in the names it gives things. */
export const questionToPostGraphile = `query ($bbox: [Float!]) {
  incidents: allIncidents(condition: { bbox: $bbox }, orderBy: [REPORTED_AT_DESC, ROW_ID_DESC], first: 200) {
    edges { node { id: rowId number kind status reportedAt location } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * Map views over the county, from a street (1 km) to a third of the county (8 km) across.
 *
 * @param {number} count
 * @returns {number[][]} west, south, east, north
 */
export function makeViews(count) {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const height = 0.01 + 0.06 * random() ** 2;
    const width = 1.6 * height;
    const west = bounds.west + random() * (bounds.east - bounds.west - width);
    const south = bounds.south + random() * (bounds.north - bounds.south - height);
    return [west, south, west + width, south + height].map((degrees) => Math.round(degrees * 1e6) / 1e6);
  });
}

/**
 * An answer in one form for all contestants: what must be equal.
 *
 * @param {{ incidents: { edges: { node: any }[], pageInfo: { hasNextPage: boolean } } }} data
 */
export function comparable({ incidents: { edges, pageInfo } }) {
  return {
    hasNextPage: pageInfo.hasNextPage,
    nodes: edges.map(({ node }) => ({ ...node, reportedAt: new Date(node.reportedAt).toISOString() })),
  };
}
