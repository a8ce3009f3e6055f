import { linesToGraph, type StreetLine } from '@maplebridge/engine/roads/graph/lines-to-graph';
import { classNumber } from '@maplebridge/engine/roads/graph/street-class';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTravelSettings } from '../../streets/travel-settings.js';
import { Board } from './board.js';
import type { BoardRequest, Responder } from './protocol.js';
import { ViewStore } from './views.js';
import { buildWorld, type World } from './world.js';

const SIDE = 6;
/** About 200 m. */
const BLOCK = 0.002;
const breathe = () => Promise.resolve();

const place = (column: number, row: number) =>
  [119.6 + column * BLOCK, 29.3 + row * BLOCK] as [number, number];

/** A town of square blocks, a household at each of its corners. */
function squareTown(): World {
  const attributes = { streetClass: classNumber.residential, forward: 7, backward: 7, limit: 0, name: '' };
  const lines: StreetLine[] = [];
  for (let i = 0; i <= SIDE; i++)
    for (let j = 0; j < SIDE; j++) {
      lines.push({ coordinates: [place(j, i), place(j + 1, i)], attributes });
      lines.push({ coordinates: [place(i, j), place(i, j + 1)], attributes });
    }
  const corners = Array.from({ length: (SIDE + 1) ** 2 }, (_, n) =>
    place(n % (SIDE + 1), Math.floor(n / (SIDE + 1))),
  );
  return buildWorld({
    graph: linesToGraph(lines, 'test'),
    settings: defaultTravelSettings,
    leaves: [],
    points: {
      places: Float64Array.from(corners.flat()),
      weights: new Float64Array(corners.length).fill(1),
      kinds: new Uint8Array(corners.length),
    },
  });
}

const arbitraryResponder = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  name: fc.constant('post'),
  place: fc
    .tuple(fc.integer({ min: 0, max: SIDE }), fc.integer({ min: 0, max: SIDE }))
    .map(([x, y]) => place(x, y)),
  profile: fc.constantFrom('DRIVING' as const, 'CYCLING' as const, 'WALKING' as const),
  tier: fc.integer({ min: 1, max: 3 }),
  open: fc.constantFrom(null, [480, 1080] as [number, number], [1200, 120] as [number, number]),
});
const arbitraryResponders = fc.uniqueArray(arbitraryResponder, { selector: ({ id }) => id, maxLength: 4 });
const arbitraryRequest = fc.record({
  reading: fc.constantFrom('BY_TIER' as const, 'BY_IMPORTANCE' as const),
  hour: fc.integer({ min: 0, max: 23 }),
  responders: arbitraryResponders,
  before: fc.option(arbitraryResponders),
});

const afresh = (world: World) => new Board(world, new ViewStore());
const tiersOf = async (board: Board, request: BoardRequest) => (await board.show(request, breathe)).tiers;

describe('the board', () => {
  const world = squareTown();

  it('tells after any questions before it what it tells when asked first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryRequest, { minLength: 2, maxLength: 5 }), async (requests) => {
        const board = afresh(world);
        for (const request of requests) {
          const expected = await tiersOf(afresh(world), { ...request, before: null });
          expect(await tiersOf(board, request)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells the same to several who ask at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryRequest, { minLength: 2, maxLength: 5 }), async (requests) => {
        const board = afresh(world);
        const alone = await Promise.all(requests.map((request) => tiersOf(afresh(world), request)));
        expect(await Promise.all(requests.map((request) => tiersOf(board, request)))).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });

  it('counts by hour what it shows for that hour', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryResponders, async (responders) => {
        const board = afresh(world);
        const request = { reading: 'BY_TIER', responders, before: null } as const;
        for (const { hour, shares, responders: onDuty } of await board.hours(
          { ...request, hour: 0 },
          breathe,
        )) {
          const tiers = await tiersOf(board, { ...request, hour });
          expect(shares).toEqual(
            tiers.map(({ households, householdsTotal }) => households / householdsTotal),
          );
          expect(onDuty).toEqual(tiers.map((tier) => tier.responders));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('leaves out, and names, who has no street nearby', async () => {
    const lost: Responder = {
      id: 'x',
      name: 'lost',
      place: [119.65, 29.3],
      profile: 'DRIVING',
      tier: 3,
      open: null,
    };
    const request: BoardRequest = { reading: 'BY_TIER', hour: 10, responders: [lost], before: null };
    const { unplaced, tiers } = await afresh(world).show(request, breathe);
    expect(unplaced).toEqual([{ id: 'x', name: 'lost', metres: expect.closeTo(3690, -2) as number }]);
    expect(tiers[2]!.responders).toBe(0);
  });
});
