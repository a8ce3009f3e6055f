import type { DemoBuilding } from '../county.types.js';
import { rectangle } from '../geometry/curves.js';
import { insideTest } from '../geometry/indexes.js';
import {
  along,
  contains,
  distance,
  distanceToSegment,
  heading,
  left,
  type Point,
} from '../geometry/plane.js';
import type { Random } from '../random.js';
import type { Block } from './blocks.js';
import { fitIn, type Fit } from './fit.js';
import { pitchOf } from './pitch.js';
import { rows, type RowStyle } from './rows.js';

/** A building before it has an address. */
export interface Draft {
  kind: DemoBuilding['kind'];
  name: string | null;
  block: number;
  village: number;
  corners: Point[];
  centre: Point;
  /** Natural number of households; grids scale it. */
  households: number;
  /** Number inside its compound (幢), 0 when it stands by itself. */
  serial: number;
}

const SLABS: RowStyle = {
  length: [38, 62],
  depth: [11, 13],
  gap: [10, 15],
  lane: [22, 28],
  jitter: 0.4,
  vacancy: 0.02,
};
const TOWERS: RowStyle = {
  length: [28, 36],
  depth: [15, 18],
  gap: [22, 34],
  lane: [38, 46],
  jitter: 0.8,
  vacancy: 0.04,
};
const OLD: RowStyle = {
  length: [11, 24],
  depth: [10, 16],
  gap: [0.6, 3],
  lane: [3, 7],
  jitter: 1.3,
  vacancy: 0.07,
};
const TERRACE: RowStyle = {
  length: [22, 48],
  depth: [10, 12],
  gap: [5, 9],
  lane: [9, 13],
  jitter: 0.5,
  vacancy: 0.06,
};
const SHEDS: RowStyle = {
  length: [44, 96],
  depth: [26, 46],
  gap: [13, 22],
  lane: [14, 24],
  jitter: 0,
  vacancy: 0.1,
};
const SHOPS: RowStyle = {
  length: [30, 62],
  depth: [22, 36],
  gap: [9, 16],
  lane: [13, 22],
  jitter: 0.3,
  vacancy: 0.08,
};
const CIVIC: RowStyle = {
  length: [42, 74],
  depth: [14, 18],
  gap: [16, 30],
  lane: [24, 44],
  jitter: 0.2,
  vacancy: 0.12,
};

/** All buildings of one town block by its use. */
export function buildBlock(block: Block, index: number, random: Random): Draft[] {
  const fit = fitIn(insideTest(block.polygon), block.sides);
  const drafts: Draft[] = [];
  const lay = (
    style: RowStyle,
    kind: Draft['kind'],
    households: (length: number) => number,
    eastward = true,
    where: Fit = fit,
  ): void => {
    for (const { corners, centre } of rows(block, where, style, random, eastward)) {
      const length = distance(corners[0]!, corners[1]!);
      drafts.push({
        kind,
        name: null,
        block: index,
        village: -1,
        corners,
        centre,
        households: households(length),
        serial: drafts.length + 1,
      });
    }
  };
  const stairs = (length: number): number => Math.max(2, Math.round(length / 20));
  switch (block.use) {
    case 'APARTMENTS': {
      if (block.squareMetres > 9000 && random.chance(0.55))
        drafts.push(...shopFronts(block, index, fit, random));
      const towers = block.settled !== 'OLD_TOWN' && block.squareMetres > 15_000 && random.chance(0.2);
      const floors = random.integer(4, 6);
      const clear: Fit = (corners) => fit(corners) && apart(corners, drafts);
      const style = towers ? TOWERS : SLABS;
      for (const { corners, centre } of rows(block, clear, style, random, true)) {
        const length = distance(corners[0]!, corners[1]!);
        const households = towers ? 4 * random.integer(10, 13) : stairs(length) * 2 * floors;
        const serial = drafts.filter((draft) => draft.serial > 0).length + 1;
        drafts.push({
          kind: 'apartments',
          name: null,
          block: index,
          village: -1,
          corners,
          centre,
          households,
          serial,
        });
      }
      break;
    }
    case 'OLD':
      lay(OLD, 'house', () => (random.chance(0.25) ? 2 : 1), random.chance(0.6));
      break;
    case 'TERRACE':
      lay(TERRACE, 'house', (length) => Math.round(length / 8));
      break;
    case 'SHOPS':
    case 'MARKET':
    case 'SQUARE':
      lay(SHOPS, 'commercial', () => (random.chance(0.15) ? random.integer(2, 8) : 0));
      break;
    case 'INDUSTRY':
      lay(SHEDS, 'industrial', () => 0, false);
      break;
    case 'STATION':
      lay({ ...SHOPS, length: [60, 110], depth: [20, 28] }, 'station', () => 0);
      break;
    case 'SCHOOL': {
      const pitch = pitchOf(block);
      lay(
        CIVIC,
        'school',
        () => 0,
        true,
        (corners) => fit(corners) && (!pitch || farFrom(pitch, corners)),
      );
      break;
    }
    case 'HOSPITAL':
      lay(CIVIC, 'hospital', () => 0);
      break;
    case 'PUBLIC':
      lay(CIVIC, 'public', () => 0);
      break;
    default:
  }
  return drafts;
}

const apart = (corners: readonly Point[], drafts: readonly Draft[]): boolean =>
  drafts.every(
    (draft) =>
      draft.serial > 0 || distance(draft.centre, corners[0]!) > 60 || farFrom(draft.corners, corners),
  );

function farFrom(other: readonly Point[], corners: readonly Point[]): boolean {
  for (const corner of corners) {
    for (let i = 0; i < 4; i++)
      if (distanceToSegment(corner, other[i]!, other[(i + 1) % 4]!) < 9) return false;
    if (contains(other, corner)) return false;
  }
  return other.every((corner) => !contains(corners, corner));
}

/** A row of two-storey shops along the block's greatest street. */
function shopFronts(block: Block, index: number, fit: Fit, random: Random): Draft[] {
  const widest = Math.max(...block.sides.map((side) => side.setback));
  if (widest < 14) return [];
  const drafts: Draft[] = [];
  for (const side of block.sides) {
    if (side.setback !== widest) continue;
    const direction = heading(side.from, side.to);
    const inward = left(direction);
    const total = distance(side.from, side.to);
    for (let u = 4; u < total - 10;) {
      const length = Math.min(random.between(14, 34), total - u - 2);
      const centre = along(along(side.from, direction, u + length / 2), inward, side.setback + 6.5);
      const corners = rectangle(centre, direction, length, 11);
      u += length + (random.chance(0.2) ? 9 : 0.8);
      if (length > 9 && fit(corners)) {
        drafts.push({
          kind: 'commercial',
          name: null,
          block: index,
          village: -1,
          corners,
          centre,
          households: 0,
          serial: 0,
        });
      }
    }
  }
  return drafts;
}
