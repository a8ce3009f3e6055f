import { drawDistricts } from '@maplebridge/engine/districting/draw-districts';
import { districtGraph } from '@maplebridge/engine/districting/graph';
import { budgetOf } from './cpu-budget.mjs';
import { readGraph } from './read-graph.mjs';

const defaultSeconds = 15;

const words = {
  TOO_MANY_PIECES: 'the graph is in more pieces than there are to be districts',
  WEIGHT_TOO_SMALL: 'the whole population is less than so many times --min',
  WEIGHT_TOO_LARGE: 'the whole population is more than so many times --max',
  NODE_TOO_HEAVY: 'a node has more than --max by itself',
  PIECE_DOES_NOT_DIVIDE: 'the graph is in pieces whose populations do not divide so',
  NONE_FOUND: 'none were found, though none of the simple reasons against them holds',
};

/**
 * Draws districts on the graph of a file and tells cut edges, populations and each node's district (from 0, in the file's
 * order). Bad input ends the process with what is wrong; so does a graph without such districts, but after the figures of
 * the nearest found.
 *
 * @returns {import('../report.mjs').Figure[]}
 */
export function drawFromFile(file, given) {
  try {
    const seconds = number(given, 'seconds', 0.1, defaultSeconds);
    // Starting and printing take their share.
    const spent = budgetOf(seconds - Math.min(0.8, 0.1 * seconds), { wall: true });
    const { populations, edges } = readGraph(file);
    const districts = number(given, 'districts', 1);
    if (!Number.isInteger(districts)) throw new Error('--districts is to be a whole number.');
    if (districts > populations.length)
      throw new Error(`${populations.length} nodes do not make ${districts} districts.`);
    const low = number(given, 'min', 0);
    const high = number(given, 'max', low);
    const seed = number(given, 'seed', 0, 1);
    const graph = districtGraph(
      populations,
      edges.map(([a, b]) => [a, b, 1]),
    );
    return figuresOf(drawDistricts({ graph, districts, low, high }, { seed, spent }), graph);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    console.error(`districting: ${error.message}`);
    process.exit(1);
  }
}

function figuresOf({ cutEdges, loads, districtOf, problem, pieces }, graph) {
  if (problem !== null) {
    console.error(`districting: NO VALID DISTRICTS – ${words[problem]}. What follows is the nearest found.`);
    process.exitCode = 2;
  }
  const isWhole = pieces.every((count) => count === 1);
  console.error(
    `districting: ${graph.nodeCount} nodes, ${graph.neighbours.length / 2} edges; ${cutEdges} cut; populations ` +
      `${Math.min(...loads)} to ${Math.max(...loads)}; ${isWhole ? 'each district in one piece' : 'districts IN PIECES'}`,
  );
  return [
    { figure: 'cutEdges', value: cutEdges, unit: 'edges', better: 'lower' },
    { figure: 'populations', value: [...loads], unit: 'people', better: 'lower' },
    { figure: 'assignment', value: [...districtOf], unit: 'district of each node', better: 'lower' },
    { figure: 'valid', value: problem === null && isWhole ? 1 : 0, unit: '1: yes', better: 'higher' },
  ];
}

function number(given, name, least, otherwise) {
  const text = given[name];
  if (text === undefined && otherwise === undefined) throw new Error(`--${name} is missing.`);
  const value = text === undefined ? otherwise : Number(text);
  if (text?.trim() === '' || !Number.isFinite(value) || value < least)
    throw new Error(`--${name} ${text} is not a number from ${least}.`);
  return value;
}
