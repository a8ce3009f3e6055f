import type { Network } from './network.js';

/**
 * The same streets travelled backwards in time: a search on it from a place finds how soon one gets *to* that place.
 * Its edge `e ^ 1` stands for edge `e`, so that places on segments keep their meaning.
 */
export function reverseNetwork(network: Network): Network {
  const { seconds, shadows, firstTurn, turnTo, turnTenths } = network;
  const edgeCount = seconds.length;
  const reversed = new Float32Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) reversed[e ^ 1] = seconds[e]!;
  const first = new Uint32Array(edgeCount + 1);
  for (const next of turnTo) first[(next ^ 1) + 1]!++;
  for (let e = 0; e < edgeCount; e++) first[e + 1]! += first[e]!;
  const fill = first.slice();
  const to = new Uint32Array(turnTo.length);
  const tenths = new Uint8Array(turnTo.length);
  for (let e = 0; e < edgeCount; e++)
    for (let turn = firstTurn[e]!; turn < firstTurn[e + 1]!; turn++) {
      const at = fill[turnTo[turn]! ^ 1]!++;
      to[at] = e ^ 1;
      tenths[at] = turnTenths[turn]!;
    }
  const of = new Map(Array.from(shadows.of, ([edge, own]) => [edge ^ 1, own.map((shadow) => shadow ^ 1)]));
  return {
    ...network,
    shadows: { ...shadows, of },
    seconds: reversed,
    firstTurn: first,
    turnTo: to,
    turnTenths: tenths,
  };
}
