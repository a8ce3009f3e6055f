import type { Palette } from '../../../ui/tokens.js';
import type { IncidentCategory } from '../incident-signs.js';
import { drawBadge, drawPlain, drawSheet } from './draw-parts.js';
import { drawGhost, drawPin } from './draw-ghost.js';
import { drawCount, drawHatch, drawRoadShield } from './draw-furniture.js';
import { drawHeading, drawUnit } from './draw-unit.js';
import { glyphs, type Glyph, type GlyphName, type Plate } from './glyphs.js';

const posts: Record<string, { plate: Plate; glyph: GlyphName; color: keyof Palette }> = {
  COUNTY_BUREAU: { plate: 'shield', glyph: 'starBar', color: 'postPolice' },
  STATION: { plate: 'shield', glyph: 'star', color: 'postPolice' },
  OFFICE: { plate: 'house', glyph: 'door', color: 'postPolice' },
  LIAISON_STATION: { plate: 'hexagon', glyph: 'spokes', color: 'postLiaison' },
  TRAFFIC_SQUADRON: { plate: 'signal', glyph: 'lights', color: 'postTraffic' },
  SERVICE_POINT: { plate: 'banner', glyph: 'heart', color: 'postPolice' },
  PROJECT_POST: { plate: 'block', glyph: 'crane', color: 'postPolice' },
  GOVERNANCE_CENTRE: { plate: 'arch', glyph: 'nodes', color: 'postCivil' },
  JUSTICE_OFFICE: { plate: 'block', glyph: 'scales', color: 'postJustice' },
  COURT: { plate: 'block', glyph: 'columns', color: 'postJustice' },
  DETENTION_PLACE: { plate: 'block', glyph: 'bars', color: 'postJustice' },
};

/** Helpers who are no police: hollow, so that they stay behind the posts among which they are many. */
const responders: Record<string, GlyphName> = { SMALLEST_RESPONSE_UNIT: 'helmet', VOLUNTEER_TEAM: 'armband' };

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
  YELLOW: { plate: 'yield', color: 'riskYellow' },
  BLUE: { plate: 'notice', color: 'riskBlue' },
};

const categoryGlyphs: Record<IncidentCategory, GlyphName> = {
  TRAFFIC: 'car',
  OFFENCE: 'cuffs',
  DISPUTE: 'opposed',
  HAZARD: 'flame',
  HELP: 'plus',
  CITY_SERVICE: 'spanner',
  OTHER: 'dots',
};

/** Side in CSS pixels of an icon whose id names none. */
const defaultSize = 24;

/**
 * Draws an icon as an SVG document of `@size` pixels. The id says what it stands for, so that a style expression can put
 * one together: `post:KIND@20`, `ghost:KIND:added@26` (or `moved`, `closed`), `place@24`, `risk:LEVEL:KIND@20` (kind
 * `NONE`: a mark of the level only), `incident:CATEGORY:priority:age@16` (age `area` for one that is only known by its
 * grid, `+sim` for a simulated one), `unit:KIND:STATE@24`, `heading:STATE@24`,
 * `count:urgent:serious@24` (eighths of the ring), `mark:priority@8`, `road:LETTER:length@16`, `hatch@12`, `hatch:lost@12`.
 * What it does not know is drawn as a plain dot: an icon that is missing must not take its sign off the map.
 */
export function drawIcon(id: string, palette: Palette): string {
  const [sign = '', sizeText] = id.split('@');
  const size = Math.min(256, Math.max(4, Number(sizeText) || defaultSize));
  const [family, first = '', second = '', third = ''] = sign.split(':');
  switch (family) {
    case 'post':
      return drawSheet(size, drawPost(first, palette));
    case 'ghost':
      return drawGhost(size, drawPost(first, palette), second, palette);
    case 'place':
      return drawPin(size, palette);
    case 'risk': {
      const { plate, color } = riskPlates[first] ?? { plate: 'notice', color: 'riskBlue' };
      const glyph = glyphs[riskGlyphs[second] ?? 'dots'];
      const ink = palette[color];
      if (second === 'NONE')
        return drawSheet(
          size,
          drawBadge({ plate, fill: palette.riskGround, ink, edge: ink, weight: 4.6 }),
          2,
        );
      return drawSheet(
        size,
        drawBadge({ plate, glyph, fill: palette.riskGround, ink, edge: ink, weight: 2.8 }),
      );
    }
    case 'incident':
      return drawIncident(size, first as IncidentCategory, second, third, palette);
    case 'unit':
      return drawUnit(size, first, second, palette);
    case 'heading':
      return drawHeading(size, first, palette);
    case 'mark': {
      const { plate, color } = priorityLooks[first] ?? priorityLooks['3']!;
      return drawSheet(
        size,
        drawBadge({ plate, fill: palette[color], ink: 'none', edge: palette.iconEdge, weight: 2.4 }),
      );
    }
    case 'count':
      return drawCount(size, Number(first) || 0, Number(second) || 0, palette);
    case 'road':
      return drawRoadShield(size, first, Number(second) || 4, palette);
    case 'hatch':
      return drawHatch(size, first === 'lost' ? palette.reachLost : palette.neverSeen);
    default:
      return drawPlain(size, palette);
  }
}

function drawResponder(glyph: Glyph, { incidentGround: fill, postCivil: ink }: Palette): string {
  return drawBadge({ plate: 'plaque', glyph, fill, ink, edge: ink, weight: 2 });
}

function drawPost(kind: string, palette: Palette): string {
  const responder = responders[kind];
  if (responder) return drawResponder(glyphs[responder], palette);
  const look = posts[kind] ?? { plate: 'block', glyph: 'dots', color: 'postPolice' };
  return drawBadge({
    plate: look.plate,
    glyph: glyphs[look.glyph],
    fill: palette[look.color],
    ink: palette.onPost,
    edge: palette.postEdge,
  });
}

const priorityLooks: Record<string, { plate: Plate; color: keyof Palette }> = {
  '1': { plate: 'star', color: 'priority1' },
  '2': { plate: 'diamond', color: 'priority2' },
  '3': { plate: 'disc', color: 'priority3' },
};

/** Shape and colour say the priority; new ones carry a ring, old ones are hollow, vague places have no edge at all. */
function drawIncident(
  size: number,
  category: IncidentCategory,
  priority: string,
  ageAndMark: string,
  palette: Palette,
): string {
  const { plate, color } = priorityLooks[priority] ?? priorityLooks['3']!;
  const [age, mark] = ageAndMark.split('+');
  const glyph = glyphs[categoryGlyphs[category] ?? 'dots'];
  const tint = palette[color];
  const simulated =
    mark === 'sim'
      ? `<circle cx="12" cy="12" r="15" fill="none" stroke="${tint}" stroke-width="1.800" stroke-dasharray="2 3"/>`
      : '';
  if (age === 'area') {
    const soft =
      `<defs><radialGradient id="g"><stop offset=".35" stop-color="${tint}" stop-opacity=".62"/>` +
      `<stop offset="1" stop-color="${tint}" stop-opacity="0"/></radialGradient></defs>` +
      `<circle cx="12" cy="12" r="17" fill="url(#g)"/>` +
      `<circle cx="12" cy="12" r="12.500" fill="none" stroke="${tint}" stroke-width="1.500" stroke-dasharray="3 3.500"/>`;
    return drawSheet(
      size,
      soft +
        simulated +
        drawBadge({ plate: 'disc', glyph, fill: 'none', ink: palette.text, edge: 'none', glyphScale: 0.72 }),
      5,
    );
  }
  if (age === 'old') {
    const body = drawBadge({
      plate,
      glyph,
      fill: palette.incidentGround,
      ink: tint,
      edge: tint,
      weight: 2.4,
    });
    return drawSheet(size, body + simulated, 5);
  }
  const body = drawBadge({ plate, glyph, fill: tint, ink: palette.onPriority, edge: palette.iconEdge });
  const ring =
    age === 'fresh'
      ? `<circle cx="12" cy="12" r="15" fill="${tint}" fill-opacity=".28" stroke="${palette.text}" stroke-width="1.800"/>`
      : '';
  return drawSheet(size, ring + body + simulated, 5);
}
