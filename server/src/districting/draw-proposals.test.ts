import { Tiling } from '@maplebridge/engine/topology/tiling';
import type { CuttingLine } from '@maplebridge/engine/topology/blocks/street-blocks';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { drawProposals } from './draw-proposals.js';
import type { DistrictingMessage, DistrictingRequest, FoundProposal } from './protocol.js';

/** Six squares of about a kilometre in two rows; the western four are one region, the eastern two another. */
const [west, south, side] = [1_200_000_000, 300_000_000, 100_000];
const square = (column: number, row: number): Polygon => {
  const corner = (x: number, y: number) => [
    (west + (column + x) * side) / 1e7,
    (south + (row + y) * side) / 1e7,
  ];
  return {
    type: 'Polygon',
    coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]],
  };
};
const grids = [0, 1, 2].flatMap((column) =>
  [0, 1].map((row) => ({
    id: `g${column}${row}`,
    region: column < 2 ? 'west' : 'east',
    boundary: square(column, row),
  })),
);
/** A neighbour that stays, whose border streets run into. */
const neighbour = { id: 'stays', boundary: square(3, 0) };

/** Streets every 170 m that lie askew and cross all borders; every third is a stream. */
const streets: CuttingLine[] = Array.from({ length: 24 }, (_, i) => [i * 17_300, i % 3 > 0] as const).flatMap(([at, isStreet]) => [
  { path: [[(west - 50_000 + at) / 1e7, (south - 9000) / 1e7], [(west - 41_000 + at) / 1e7, (south + 209_000) / 1e7]], isStreet },
  { path: [[(west - 9000) / 1e7, (south - 50_000 + at) / 1e7], [(west + 409_000) / 1e7, (south - 44_000 + at) / 1e7]], isStreet },
]); // prettier-ignore

/** Houses, more to the north-east. */
const households = Array.from({ length: 1500 }, (_, i) => [
  west + ((i * 7919) % (3 * side)),
  south + ((i * 104_729) % (2 * side)),
  1 + ((i * 31) % 7) + ((i * 7919) % (3 * side) > side ? 3 : 0),
]).flat();
const total = households.reduce((sum, value, i) => sum + (i % 3 === 2 ? value : 0), 0);

const request: DistrictingRequest = {
  grids,
  districts: 9,
  shares: { households: 1, incidents: 0, streetMetres: 0, areaSquareMetres: 0 },
  tolerance: 0.15,
  goals: ['COMPACT', 'STREETS', 'FAMILIAR', 'EVEN'],
  lines: streets,
  households,
  incidents: [],
  seconds: 3,
};

function draw(changes: Partial<DistrictingRequest>, isStopped = () => false) {
  const messages: DistrictingMessage[] = [];
  drawProposals({ ...request, ...changes }, isStopped, (message) => messages.push(message));
  const proposals = messages.flatMap((message) => ('proposal' in message ? [message.proposal] : []));
  const trouble = messages.find((message) => 'trouble' in message);
  const blocks = messages.find((message) => 'blocks' in message)!.blocks;
  return { proposals, trouble: trouble?.trouble, blocks };
}

/** The grids and their neighbour after a proposal was taken. */
function taken({ replacements }: FoundProposal): Tiling {
  const tiling = Tiling.from([...grids, neighbour]);
  const outcome = tiling.applyAll(replacements.map((replacement) => ({ kind: 'replace', ...replacement })));
  expect(outcome).toMatchObject({ ok: true });
  return tiling;
}

describe('drawProposals', () => {
  const { proposals, blocks } = draw({});

  it('cuts the land along streets and makes a proposal for each goal, even within the tolerance', () => {
    expect(blocks).toBeGreaterThan(150);
    expect(proposals.map(({ shown }) => shown.goal)).toEqual(request.goals);
    for (const { shown } of proposals) {
      expect(shown.districts).toHaveLength(9);
      const counts = shown.districts.map((district) => district.households);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
      const largest = Math.max(...counts.map((count) => Math.abs((9 * count) / total - 1)));
      expect(shown.largestDeviation).toBeCloseTo(largest, 9);
      expect(shown.withinTolerance).toBe(largest <= 0.15);
      expect(shown.withinTolerance).toBe(true);
    }
  });

  it('is each best at what it was made for', () => {
    const { proposals } = draw({ districts: 6, tolerance: 0.3 });
    const best = (worth: (shown: FoundProposal['shown']) => number) =>
      proposals
        .map(({ shown }) => worth(shown))
        .reduce((at, value, i, all) => (value > all[at]! ? i : at), 0);
    expect(best(({ meanCompactness }) => meanCompactness)).toBe(0);
    expect(best(({ borderOnStreetsShare }) => borderOnStreetsShare)).toBe(1);
    expect(best(({ householdsMoved }) => -householdsMoved)).toBe(2);
    expect(best(({ largestDeviation }) => -largestDeviation)).toBe(3);
  });

  it('can be taken: a tiling again, with the neighbour untouched and no grid in two regions', () => {
    for (const proposal of proposals) {
      const tiling = taken(proposal);
      expect(tiling.check()).toEqual([]);
      expect(tiling.gridIds()).toHaveLength(10);
      expect(tiling.has('stays')).toBe(true);
      const eastOf = (id: string) =>
        tiling
          .boundary(id)
          .coordinates.flat(2)
          .map(([x]) => x!);
      for (const { remove, add } of proposal.replacements) {
        const border = (west + 2 * side) / 1e7;
        const isWest = remove.includes('g00');
        for (const { id } of add)
          expect(eastOf(id).every((x) => (isWest ? x <= border + 1e-7 : x >= border - 1e-7))).toBe(true);
      }
    }
  });

  it('keeps the id of a grid that goes on as most of itself', () => {
    const { proposals } = draw({ districts: 6, goals: ['FAMILIAR'], tolerance: 0.5, seconds: 1 });
    const kept = proposals[0]!.replacements.flatMap(({ add }) => add.map(({ id }) => id));
    expect(kept.filter((id) => grids.some((grid) => grid.id === id)).length).toBeGreaterThanOrEqual(4);
    expect(new Set(kept).size).toBe(6);
  });

  it('makes square cells where no streets are', () => {
    const { proposals, blocks } = draw({ lines: [], goals: ['COMPACT'], seconds: 1 });
    expect(blocks).toBeGreaterThan(100);
    expect(proposals[0]!.shown).toMatchObject({ withinTolerance: true, borderOnStreetsShare: 0 });
    expect(taken(proposals[0]!).check()).toEqual([]);
  });

  it('says why there is nothing to draw', () => {
    expect(draw({ districts: 1 }).trouble).toEqual({ code: 'districtingRegions', regions: 2 });
    expect(draw({ households: [] }).trouble).toEqual({ code: 'districtingNoWeight' });
    expect(
      draw({ lines: [], shares: { households: 0, incidents: 0, streetMetres: 1, areaSquareMetres: 0 } })
        .trouble,
    ).toEqual({
      code: 'districtingNoWeight',
    });
  });

  it('keeps what was found when it is stopped', () => {
    const started = performance.now();
    const { proposals } = draw({ seconds: 100 }, () => performance.now() - started > 1500);
    expect(proposals).toHaveLength(0);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
