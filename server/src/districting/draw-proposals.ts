import { allotDistricts } from '@maplebridge/engine/districting/allot';
import { drawDistricts, type DistrictingProblem } from '@maplebridge/engine/districting/draw-districts';
import { districtGraph, type DistrictGraph } from '@maplebridge/engine/districting/graph';
import { measureShape } from '@maplebridge/engine/tally/measures';
import { PointSums } from '@maplebridge/engine/tally/point-sums';
import { unite } from '@maplebridge/engine/topology/blocks/unite';
import { v7 as uuidv7 } from 'uuid';
import { addUp, cutRegions, inDegrees, totalsOf, weigh, type Holding, type Region } from './cut-land.js';
import type { DistrictingGoal, ProposedDistrict } from './districting.types.js';
import { countStaying, keepOldIds, shareOut, type Overlap } from './old-grids.js';
import type { DistrictingMessage, DistrictingRequest, FoundProposal, NewGridParts } from './protocol.js';

const MAX_BLOCKS = 60_000;
/** What a metre of border costs where it is wanted, against one anywhere else. */
const WANTED = 0.2;
/** Share of the tolerance that a proposal made to be even is held to. */
const EVEN = 0.2;

interface DrawnRegion {
  region: Region;
  weights: number[];
  districts: number;
}

/**
 * Cuts the land into blocks and draws proposals, one after the other.
 *
 * @param tell progress 0 to 1, and proposals as they are found
 */
export function drawProposals(
  request: DistrictingRequest,
  isStopped: () => boolean,
  tell: (message: DistrictingMessage) => void,
): void {
  const points = {
    households: new PointSums(request.households, 1),
    incidents: new PointSums(request.incidents, 1),
  };
  const regions = cutRegions(request.grids, request.lines, points, request);
  const blocks = regions.reduce((sum, { holdings }) => sum + holdings.length, 0);
  tell({ blocks });
  const totals = totalsOf(regions);
  const trouble = troubleOf(request, regions, totals, blocks);
  if (trouble) return tell({ trouble });
  const weighed = regions.map((region) => ({
    region,
    weights: region.holdings.map((holding) => weigh(holding, request.shares, totals)),
  }));
  const counts = allotDistricts(
    weighed.map(({ weights }) => ({ weight: sum(weights), most: weights.length })),
    request.districts,
  )!;
  const drawn = weighed.map((own, r) => ({ ...own, districts: counts[r]! }));
  const overlaps = drawn.map(({ region }) => shareOut(region, points.households));
  const started = performance.now();
  for (const [i, goal] of request.goals.entries()) {
    const begin = i / request.goals.length;
    const spent = () => {
      const share = (performance.now() - started) / 1000 / request.seconds;
      tell({ progress: Math.min(share, 1) });
      return isStopped() ? 1 : (share - begin) * request.goals.length;
    };
    const found = drawProposal(request, drawn, overlaps, goal, i + 1, spent);
    if (isStopped()) return;
    tell(found);
  }
}

function troubleOf(
  { districts, shares }: DistrictingRequest,
  regions: readonly Region[],
  totals: Holding,
  blocks: number,
): Extract<DistrictingMessage, { trouble: unknown }>['trouble'] | null {
  if (blocks > MAX_BLOCKS) return { code: 'districtingManyBlocks', blocks, max: MAX_BLOCKS };
  const isWeighed = (Object.keys(totals) as (keyof Holding)[]).some(
    (name) => shares[name] > 0 && totals[name] > 0,
  );
  if (!isWeighed) return { code: 'districtingNoWeight' };
  if (regions.length > districts) return { code: 'districtingRegions', regions: regions.length };
  return blocks < districts ? { code: 'districtingFewBlocks', blocks } : null;
}

function drawProposal(
  { districts, tolerance }: DistrictingRequest,
  regions: readonly DrawnRegion[],
  overlaps: readonly Overlap[],
  goal: DistrictingGoal,
  seed: number,
  spent: () => number,
): Extract<DistrictingMessage, { proposal: unknown }> {
  const total = sum(regions.flatMap(({ weights }) => weights));
  const mean = total / districts;
  const held = goal === 'EVEN' ? tolerance * EVEN : tolerance;
  let problem: DistrictingProblem | null = null;
  let done = 0;
  const blockCount = sum(regions.map(({ weights }) => weights.length));
  const outcomes = regions.map((own, r) => {
    const [from, share] = [done / blockCount, own.weights.length / blockCount];
    done += own.weights.length;
    const answer = drawDistricts(
      {
        graph: graphFor(goal, own, overlaps[r]!),
        districts: own.districts,
        low: mean * (1 - held),
        high: mean * (1 + held),
      },
      { seed: seed * 1000 + r, spent: () => (spent() - from) / share },
    );
    problem ??= answer.problem;
    return { ...own, overlap: overlaps[r]!, districtOf: answer.districtOf };
  });
  const proposal = describe(goal, outcomes, mean, tolerance);
  // Held to less than was asked for, a proposal may be off that and yet within.
  return { proposal, problem: proposal.shown.withinTolerance ? null : problem };
}

function graphFor(
  goal: DistrictingGoal,
  { region, weights }: DrawnRegion,
  { mainGrid }: Overlap,
): DistrictGraph {
  const { blocks, adjacency } = region.blocks;
  const edges = adjacency.map(({ a, b, metres, onStreet }): [number, number, number, number] => {
    const isWanted = goal === 'STREETS' ? onStreet : goal === 'FAMILIAR' && mainGrid[a] !== mainGrid[b];
    return [a, b, goal === 'COMPACT' ? 0 : isWanted ? WANTED * metres : metres, metres];
  });
  const land = {
    areas: blocks.map(({ areaSquareMetres }) => areaSquareMetres),
    rims: blocks.map(({ outerMetres }) => outerMetres),
  };
  return districtGraph(weights, edges, goal === 'COMPACT' ? land : undefined);
}

interface Outcome extends DrawnRegion {
  overlap: Overlap;
  districtOf: Int32Array;
}

function describe(
  goal: DistrictingGoal,
  outcomes: readonly Outcome[],
  mean: number,
  tolerance: number,
): FoundProposal {
  const found = outcomes.map((outcome) => {
    const parts = unite(outcome.region.blocks.blocks, outcome.districtOf);
    const ids = keepOldIds(outcome.overlap, outcome.districtOf, outcome.districts);
    const grids = parts.map((own, d): NewGridParts => ({ id: ids[d] ?? uuidv7(), parts: own }));
    return { outcome, grids, districts: grids.map(({ parts }, d) => districtOf(outcome, parts, d, mean)) };
  });
  const districts = found.flatMap(({ districts }) => districts);
  const borders = outcomes.map(bordersOf);
  const metres = sum(borders.map(({ metres }) => metres));
  const households = sum(districts.map(({ households }) => households));
  const staying = sum(outcomes.map(({ overlap, districtOf }) => countStaying(overlap, districtOf)));
  const largestDeviation = Math.max(...districts.map(({ weight }) => Math.abs(weight - 1)));
  return {
    shown: {
      goal,
      withinTolerance: largestDeviation <= tolerance + 1e-9,
      largestDeviation,
      meanCompactness: sum(districts.map(({ compactness }) => compactness)) / districts.length,
      borderMetres: metres,
      borderOnStreetsShare: metres > 0 ? sum(borders.map(({ onStreet }) => onStreet)) / metres : 1,
      householdsMoved: households - staying,
      districts,
    },
    replacements: found.map(({ outcome, grids }) => ({
      remove: outcome.region.grids.map(({ id }) => id),
      add: grids,
    })),
  };
}

function districtOf(
  { region, weights, districtOf }: Outcome,
  parts: NewGridParts['parts'],
  d: number,
  mean: number,
): ProposedDistrict {
  const own = [...weights.keys()].filter((block) => districtOf[block] === d);
  const boundary = inDegrees(parts);
  return {
    boundary,
    ...addUp(own.map((block) => region.holdings[block]!)),
    weight: sum(own.map((block) => weights[block]!)) / mean,
    compactness: measureShape(boundary).compactness,
  };
}

/** Borders between a region's districts. */
function bordersOf({ region, districtOf }: Outcome): { metres: number; onStreet: number } {
  const own = region.blocks.adjacency.filter(({ a, b }) => districtOf[a] !== districtOf[b]);
  return {
    metres: sum(own.map(({ metres }) => metres)),
    onStreet: sum(own.filter(({ onStreet }) => onStreet).map(({ metres }) => metres)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
