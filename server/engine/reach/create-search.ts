import type { Network } from '../roads/network/network.js';
import { EdgeSearch } from './edge-search.js';
import type { Search } from './search.js';
import { VertexSearch } from './vertex-search.js';

/** The search that suits a network: on edges where turns cost or are forbidden, on vertices (half the work) where none is. */
export function createSearch(network: Network): Search {
  return network.hasTurnRules ? new EdgeSearch(network) : new VertexSearch(network);
}
