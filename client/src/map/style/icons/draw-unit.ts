import type { Palette } from '../../../ui/tokens.js';
import { drawGlyph, drawSheet } from './draw-parts.js';
import { glyphs, type GlyphName } from './glyphs.js';

const unitGlyphs: Record<string, GlyphName> = {
  CAR: 'patrolCar',
  MOTORBIKE: 'motorbike',
  BICYCLE: 'bicycle',
  FOOT: 'foot',
};

interface UnitLook {
  color: keyof Palette;
  isSolid: boolean;
  isDashed?: boolean;
  /** A small mark at the upper right, in a 12-unit box: what the unit is about, without colour. */
  mark?: string;
}

const stroke = (d: string): string =>
  `<path d="${d}" fill="none" stroke="currentColor" stroke-width="2.200" stroke-linecap="round" stroke-linejoin="round"/>`;

const unitLooks: Record<string, UnitLook> = {
  PATROLLING: { color: 'unitPatrolling', isSolid: true },
  EN_ROUTE: {
    color: 'unitEnRoute',
    isSolid: true,
    mark: stroke('M2.500 2.500 6 6l-3.500 3.500M6.500 2.500 10 6 6.500 9.500'),
  },
  ON_SCENE: {
    color: 'unitOnScene',
    isSolid: true,
    mark: '<path d="M2.500 2.500h7v7h-7Z" fill="currentColor"/>',
  },
  RETURNING: {
    color: 'unitReturning',
    isSolid: true,
    mark: stroke('M5.500 2 2.500 5l3 3M2.500 5H7a2.500 2.500 0 0 1 0 5'),
  },
  STANDBY: { color: 'unitStandby', isSolid: false, mark: stroke('M4 2.500v7M8 2.500v7') },
  OFF_DUTY: { color: 'unitOffDuty', isSolid: false, mark: stroke('M2.500 9.500l7-7') },
  STALE: { color: 'unitStale', isSolid: false, isDashed: true, mark: stroke('M6 2v4.200l2.800 1.800') },
};

/** A vehicle's badge: round, ringed twice; colour and a mark at its shoulder say the state. */
export function drawUnit(size: number, kind: string, state: string, palette: Palette): string {
  const { color, isSolid, isDashed, mark } = unitLooks[state] ?? unitLooks.STANDBY!;
  const tint = palette[color];
  const glyph = glyphs[unitGlyphs[kind] ?? 'dots'];
  const fill = isSolid ? tint : palette.unitGround;
  const edge = isSolid ? palette.unitEdge : tint;
  const dash = isDashed ? ' stroke-dasharray="3.800 3"' : '';
  const badge =
    `<circle cx="12" cy="12" r="11.600" fill="${palette.unitGround}"/>` +
    `<circle cx="12" cy="12" r="10.200" fill="${fill}" stroke="${edge}" stroke-width="2"${dash}/>` +
    drawGlyph(glyph, isSolid ? palette.onUnit : tint, 12, 12, 0.86);
  const shoulder = mark
    ? `<g transform="translate(16 -4.500) scale(.86)" color="${tint}"><circle cx="6" cy="6" r="7" fill="${palette.unitGround}" stroke="${tint}" stroke-width="1.200"/>${mark}</g>`
    : '';
  return drawSheet(size, badge + shoulder, 5);
}

/** The wedge that makes a badge point where the unit heads: drawn under it, turned by the map. */
export function drawHeading(size: number, state: string, palette: Palette): string {
  const tint = palette[(unitLooks[state] ?? unitLooks.STANDBY!).color];
  const wedge = `<path d="M12-9.500 21.600 5.500a12.500 12.500 0 0 0-19.200 0Z" fill="${tint}" stroke="${palette.unitGround}" stroke-width="1.800" stroke-linejoin="round"/>`;
  return drawSheet(size, wedge, 12);
}
