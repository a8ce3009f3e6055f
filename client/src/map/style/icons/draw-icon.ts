import type { Palette } from '../../../ui/tokens.js';
import type { IncidentCategory } from '../incident-signs.js';
import { glyphs, plates, type Glyph, type GlyphName, type Plate } from './glyphs.js';

interface Look {
  plate: Plate;
  glyph: GlyphName;
  color: keyof Palette;
}

const posts: Record<string, Look> = {
  COUNTY_BUREAU: { plate: 'shield', glyph: 'starBar', color: 'postPolice' },
  STATION: { plate: 'shield', glyph: 'star', color: 'postPolice' },
  OFFICE: { plate: 'house', glyph: 'door', color: 'postPolice' },
  LIAISON_STATION: { plate: 'hexagon', glyph: 'rings', color: 'postLiaison' },
  TRAFFIC_SQUADRON: { plate: 'pentagon', glyph: 'signal', color: 'postTraffic' },
  SERVICE_POINT: { plate: 'circle', glyph: 'flag', color: 'postPolice' },
  PROJECT_POST: { plate: 'square', glyph: 'crane', color: 'postPolice' },
  GOVERNANCE_CENTRE: { plate: 'octagon', glyph: 'nodes', color: 'postCivil' },
  JUSTICE_OFFICE: { plate: 'square', glyph: 'scales', color: 'postJustice' },
  COURT: { plate: 'square', glyph: 'columns', color: 'postJustice' },
  DETENTION_PLACE: { plate: 'square', glyph: 'bars', color: 'postJustice' },
};

const riskGlyphs: Record<string, GlyphName> = {
  FIRE_LOAD: 'flame',
  EBIKE_CHARGING: 'bolt',
  CHEMICALS: 'flask',
  LPG: 'cylinder',
  CROWDED_VENUE: 'crowd',
  CONSTRUCTION: 'crane',
  FLOOD: 'waves',
  LANDSLIDE: 'slope',
  ACCIDENT_SPOT: 'crash',
  SCHOOL_GATE: 'book',
  OLD_BUILDING: 'tower',
  WATER: 'drop',
};

const riskPlates: Record<string, { plate: Plate; color: keyof Palette }> = {
  RED: { plate: 'octagon', color: 'riskRed' },
  ORANGE: { plate: 'triangle', color: 'riskOrange' },
  YELLOW: { plate: 'diamond', color: 'riskYellow' },
  BLUE: { plate: 'circle', color: 'riskBlue' },
};

const categoryGlyphs: Record<IncidentCategory, GlyphName> = {
  TRAFFIC: 'car',
  OFFENCE: 'fist',
  DISPUTE: 'exchange',
  HAZARD: 'flame',
  HELP: 'plus',
  CITY_SERVICE: 'wrench',
  OTHER: 'dots',
};

const unitGlyphs: Record<string, GlyphName> = {
  CAR: 'car',
  MOTORBIKE: 'motorbike',
  BICYCLE: 'bicycle',
  FOOT: 'foot',
};

const unitStates: Record<
  string,
  { plate: Plate; color: keyof Palette; fill: 'solid' | 'hollow' | 'dashed' }
> = {
  STANDBY: { plate: 'circle', color: 'unitStandby', fill: 'hollow' },
  PATROLLING: { plate: 'circle', color: 'unitPatrolling', fill: 'solid' },
  EN_ROUTE: { plate: 'square', color: 'unitEnRoute', fill: 'solid' },
  ON_SCENE: { plate: 'octagon', color: 'unitOnScene', fill: 'solid' },
  RETURNING: { plate: 'circle', color: 'unitReturning', fill: 'dashed' },
  OFF_DUTY: { plate: 'circle', color: 'unitOffDuty', fill: 'hollow' },
  STALE: { plate: 'circle', color: 'unitOffDuty', fill: 'dashed' },
};

/** Side of every icon in CSS pixels before any scale: the 24-unit box and a margin for its edge. */
const iconBox = 28;

/**
 * Draws an icon as an SVG document. The id says what it stands for, so that a style expression can put one together:
 * `post:KIND`, `risk:LEVEL:KIND`, `incident:CATEGORY:priority:age`, `unit:KIND:STATE`, `heading:STATE`, `hatch`.
 * Unknown parts fall back to the plainest sign; an id of another family gives null.
 */
export function drawIcon(id: string, palette: Palette): string | null {
  const [family, first = '', second = '', third = ''] = id.split(':');
  if (family === 'post') {
    const look = posts[first] ?? { plate: 'circle', glyph: 'dots', color: 'postPolice' };
    return frame(
      badge(look.plate, glyphs[look.glyph], palette[look.color], palette.onPost, palette.iconEdge),
    );
  }
  if (family === 'risk') {
    const { plate, color } = riskPlates[first] ?? { plate: 'circle', color: 'riskBlue' };
    const glyph = glyphs[riskGlyphs[second] ?? 'dots'];
    return frame(badge(plate, glyph, palette.surface, palette[color], palette[color], { thin: true }));
  }
  if (family === 'incident') return frame(drawIncident(first as IncidentCategory, second, third, palette));
  if (family === 'unit') return frame(drawUnit(first, second, palette));
  if (family === 'heading') {
    const color = palette[(unitStates[first] ?? unitStates.STANDBY)!.color];
    return frame(
      `<path d="M12-1.600 16.200 3.200H7.800Z" fill="${color}" stroke="${palette.iconEdge}" stroke-width=".8"/>`,
    );
  }
  if (family === 'count') {
    const edge = first === 'urgent' ? palette.priority1 : palette.accent;
    return frame(
      `<circle cx="12" cy="12" r="10" fill="${palette.surface}" stroke="${edge}" stroke-width="2.200"/>`,
    );
  }
  if (family === 'hatch') {
    const lines = '<path d="M-2 10 10-2M-2 18 18-2M6 18 18 6" stroke-width="2.400"';
    return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${lines} stroke="${palette.neverSeen}"/></svg>`;
  }
  return null;
}

function drawIncident(category: IncidentCategory, priority: string, age: string, palette: Palette): string {
  const plate: Plate = priority === '1' ? 'burst' : priority === '2' ? 'diamond' : 'circle';
  const color = palette[priority === '1' ? 'priority1' : priority === '2' ? 'priority2' : 'priority3'];
  const glyph = glyphs[categoryGlyphs[category] ?? 'dots'];
  if (age === 'old') return badge(plate, glyph, palette.surface, color, color, { thin: true });
  const edge = age === 'fresh' ? palette.text : palette.iconEdge;
  return badge(plate, glyph, color, palette.onPriority, edge);
}

function drawUnit(kind: string, state: string, palette: Palette): string {
  const { plate, color, fill } = (unitStates[state] ?? unitStates.STANDBY)!;
  const glyph = glyphs[unitGlyphs[kind] ?? 'dots'];
  const slash =
    state === 'OFF_DUTY'
      ? `<path d="M4 20 20 4" stroke="${palette[color]}" stroke-width="2.200" stroke-linecap="round"/>`
      : '';
  if (fill === 'solid') return badge(plate, glyph, palette[color], palette.onPriority, palette.text);
  return (
    badge(plate, glyph, palette.surface, palette[color], palette[color], { dashed: fill === 'dashed' }) +
    slash
  );
}

function badge(
  plate: Plate,
  glyph: Glyph,
  fill: string,
  ink: string,
  edge: string,
  look: { thin?: boolean; dashed?: boolean } = {},
): string {
  const dash = look.dashed ? ' stroke-dasharray="4 2.600"' : '';
  // A triangle's and a burst's middle is narrower than a square's.
  const scale = plate === 'triangle' ? 0.62 : plate === 'diamond' || plate === 'burst' ? 0.72 : 0.8;
  const [x, y] = [12 - 8 * scale, (plate === 'triangle' ? 14.6 : plate === 'burst' ? 11.2 : 12) - 8 * scale];
  const filled = glyph.f ? `<path d="${glyph.f}" fill="${ink}"/>` : '';
  const stroked = glyph.s
    ? `<path d="${glyph.s}" fill="none" stroke="${ink}" stroke-width="1.900" stroke-linecap="round" stroke-linejoin="round"/>`
    : '';
  return (
    `<path d="${plates[plate]}" fill="${fill}" stroke="${edge}" stroke-width="${look.thin ? 2 : 1.5}" stroke-linejoin="round"${dash}/>` +
    `<g transform="translate(${x} ${y}) scale(${scale})">${filled}${stroked}</g>`
  );
}

function frame(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${iconBox}" height="${iconBox}" viewBox="-2 -2 28 28">${body}</svg>`;
}
