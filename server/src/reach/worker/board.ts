import { CoverIndex } from '@maplebridge/engine/reach/cover-index';
import type { CoverTotals } from '@maplebridge/engine/reach/cover-totals';
import { ShareLists } from '@maplebridge/engine/reach/share-lists';
import type { OriginCover } from '@maplebridge/engine/reach/coverage';
import type { Breath } from './breath.js';
import { CoverStore } from './cover-store.js';
import { gridShares } from './grid-shares.js';
import { isOpenAt, placeResponders, type PlacedResponder } from './place-responders.js';
import {
  demandKinds,
  type BoardAnswer,
  type BoardRequest,
  type HourAnswer,
  type Responder,
  type TierAnswer,
} from './protocol.js';
import { boardView, type ViewStore } from './views.js';
import type { World } from './world.js';

type Reading = BoardRequest['reading'];

/** Risk levels that a row of the board counts: all of them by tier, each class its own by importance. */
const riskLevels: Record<Reading, readonly (readonly (typeof demandKinds)[number][])[]> = {
  BY_TIER: [
    ['RED', 'ORANGE', 'YELLOW', 'BLUE'],
    ['RED', 'ORANGE', 'YELLOW', 'BLUE'],
    ['RED', 'ORANGE', 'YELLOW', 'BLUE'],
  ],
  BY_IMPORTANCE: [['RED'], ['ORANGE', 'YELLOW'], ['BLUE']],
};

/** The indexes of three tiers: members changed, not made anew, from one question to the next. */
export class Board {
  private readonly covers: CoverStore;
  private readonly indexes = new Map<string, CoverIndex>();
  /** One change of members at a time. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly views: ViewStore,
  ) {
    this.covers = new CoverStore(world);
  }

  /** The board, and a view of it for the map. */
  async show(request: BoardRequest, breathe: Breath): Promise<BoardAnswer> {
    const { reading } = request;
    const { tiers, unplaced } = await this.open(request, breathe);
    const before = request.before
      ? (await this.open({ ...request, responders: request.before, before: null }, breathe)).tiers
      : null;
    const listsOf = (open: OpenTier[]) => new ShareLists(open.map(({ index }) => index));
    return {
      tiers: tiers.map((tier, i) => this.answerOf(reading, i, tier)),
      unplaced: unplaced.map(({ id, name, place, profile }) => ({
        id,
        name,
        metres: this.world.metresToStreet(place, profile),
      })),
      view: this.views.open(boardView(listsOf(tiers), before && listsOf(before))),
    };
  }

  /** Shares and numbers on duty for each hour of the day. */
  async hours({ reading, responders }: BoardRequest, breathe: Breath): Promise<HourAnswer[]> {
    const { placed } = placeResponders(this.world, responders);
    const answers: HourAnswer[] = [];
    for (let hour = 0; hour < 24; hour++) {
      const shares: number[] = [];
      const counts: number[] = [];
      for (let i = 0; i < this.world.settings.tiers.length; i++) {
        const members = this.membersOf(placed, reading, i, hour);
        const share = await this.withMembers(reading, i, hour, members, breathe, ({ totals }) =>
          shareOf(totals, this.world.demandFor('DRIVING').totals),
        );
        shares.push(share);
        counts.push(members.length);
      }
      answers.push({ hour, shares, responders: counts });
    }
    return answers;
  }

  /** The three tiers' indexes at an hour, as copies that later questions don't change. */
  async open({ reading, hour, responders, before }: BoardRequest, breathe: Breath) {
    const { placed, unplaced } = placeResponders(this.world, responders);
    const base = before ? placeResponders(this.world, before).placed : placed;
    const tiers: OpenTier[] = [];
    for (let i = 0; i < this.world.settings.tiers.length; i++) {
      const stored = this.membersOf(base, reading, i, hour);
      const index = await this.withMembers(reading, i, hour, stored, breathe, (kept) => kept.fork());
      const members = this.membersOf(placed, reading, i, hour);
      if (before) index.apply(await this.difference(index, members, i, hour, breathe));
      const all = placed.filter((responder) => belongs(responder, reading, i));
      tiers.push({ index, members, closed: all.length - members.length });
    }
    return { tiers, unplaced };
  }

  private membersOf(
    placed: PlacedResponder[],
    reading: Reading,
    tier: number,
    hour: number,
  ): PlacedResponder[] {
    return placed.filter((responder) => belongs(responder, reading, tier) && isOpenAt(responder, hour));
  }

  /** Reads the stored index of a tier at the speeds of an hour, brought to these members; others wait meanwhile. */
  private withMembers<T>(
    reading: Reading,
    tier: number,
    hour: number,
    members: PlacedResponder[],
    breathe: Breath,
    read: (index: CoverIndex) => T,
  ): Promise<T> {
    const key = `${reading} ${tier} ${this.world.factorAt('DRIVING', hour)}`;
    const work = this.turn.then(async () => {
      const { demand } = this.world.demandFor('DRIVING');
      const index = this.indexes.get(key) ?? new CoverIndex(this.world.graph.lengths, demand);
      this.indexes.set(key, index);
      index.apply(await this.difference(index, members, tier, hour, breathe));
      return read(index);
    });
    this.turn = work.catch(() => undefined);
    return work;
  }

  private async difference(
    index: CoverIndex,
    members: PlacedResponder[],
    tier: number,
    hour: number,
    breathe: Breath,
  ) {
    const { seconds } = this.world.settings.tiers[tier]!;
    const wanted = new Set(members.map(({ key }) => key));
    const remove = [...index.keys()].filter((key) => !wanted.has(key));
    const add: [string, OriginCover][] = [];
    for (const { key, at, profile } of members) {
      if (index.has(key)) continue;
      await breathe();
      const factor = this.world.factorAt(profile, hour);
      add.push([key, await this.covers.coverOf(at, profile, factor, seconds)]);
    }
    return { remove, add };
  }

  private answerOf(reading: Reading, i: number, { index, members, closed }: OpenTier): TierAnswer {
    const { totals } = index;
    const all = this.world.demandFor('DRIVING').totals;
    const levels = riskLevels[reading][i]!;
    return {
      responders: members.length,
      closedResponders: closed,
      roadMetres: totals.pieceMetres,
      roadMetresTotal: all.pieceMetres,
      households: householdsOf(totals),
      householdsTotal: householdsOf(all),
      riskPoints: riskPointsOf(totals, levels),
      riskPointsTotal: riskPointsOf(all, levels),
      grids: gridShares(totals, all),
    };
  }
}

export interface OpenTier {
  index: CoverIndex;
  members: PlacedResponder[];
  closed: number;
}

const belongs = ({ tier }: Responder, reading: Reading, index: number) =>
  reading === 'BY_IMPORTANCE' || tier === index + 1;

export const householdsOf = ({ weightByKind }: CoverTotals) => weightByKind[0]!;

export function riskPointsOf(
  { weightByKind }: CoverTotals,
  levels: readonly string[] = demandKinds.slice(1),
): number {
  return levels.reduce((sum, level) => sum + weightByKind[demandKinds.indexOf(level as 'RED')]!, 0);
}

/** Of households; of streets where none are known. */
function shareOf(totals: CoverTotals, all: CoverTotals): number {
  if (householdsOf(all) > 0) return householdsOf(totals) / householdsOf(all);
  return all.pieceMetres > 0 ? totals.pieceMetres / all.pieceMetres : 0;
}
