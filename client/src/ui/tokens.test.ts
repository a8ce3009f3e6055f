import { describe, expect, it } from 'vitest';
import { getContrast } from './colour-vision.js';
import { getPalette, type Palette, type ThemeName } from './tokens.js';

type Name = keyof Palette;

const surfaces: Name[] = ['page', 'surface', 'surfaceRaised', 'surfaceSunken', 'surfaceHover'];
const under = (names: Name[], grounds: Name[]): [Name, Name][] =>
  names.flatMap((name) => grounds.map((ground): [Name, Name] => [name, ground]));

/** Text on what it stands on. */
const texts: [Name, Name][] = [
  ...under(['text', 'textMuted', 'textFaint'], surfaces),
  ...under(['text', 'textMuted'], ['surfacePressed', 'accentSoft']),
  ...under(['text', 'danger'], ['dangerSoft']),
  ...under(['text', 'warning'], ['warningSoft']),
  ...under(['text', 'success'], ['successSoft']),
  ...under(['accent', 'danger', 'warning', 'success'], ['page', 'surface', 'surfaceRaised']),
  ['onAccent', 'accent'],
  ...(['priority1', 'priority2', 'priority3'] as Name[]).map((name): [Name, Name] => ['onPriority', name]),
  ['countInk', 'countGround'],
  // names on the map: the ground may be any of these
  ...under(
    ['label', 'labelStrong', 'gridLabel'],
    ['land', 'landBuilt', 'landCommercial', 'landIndustrial', 'landPublic', 'green', 'farmland', 'building'],
  ),
  ['labelWater', 'water'],
  ...under(['label', 'labelStrong', 'labelWater', 'gridLabel', 'text'], ['labelHalo']),
];

/** What somebody must find or press: its edge on what it stands on. */
const edges: [Name, Name][] = [
  ...under(['focus', 'edge'], surfaces),
  ['priority1', 'incidentGround'],
  ['priority2', 'incidentGround'],
  ['priority3', 'incidentGround'],
  ...under(['selection'], ['land', 'landBuilt', 'green', 'water', 'building']),
  ...under(['riskRed', 'riskOrange', 'riskYellow', 'riskBlue'], ['riskGround']),
  ...(['postPolice', 'postLiaison', 'postTraffic', 'postCivil', 'postJustice'] as Name[]).map(
    (name): [Name, Name] => ['onPost', name],
  ),
  // Helpers who are no police are drawn hollow.
  ['postCivil', 'incidentGround'],
  ...under(['gridSocial', 'gridPolice', 'countyEdge'], ['land']),
];

/** Read from five metres. */
const wall: [Name, Name][] = [
  ...under(['text', 'textMuted'], ['page', 'surface']),
  ['page', 'text'],
  ['labelStrong', 'land'],
  ['countInk', 'countGround'],
];

const failing = (theme: ThemeName, pairs: [Name, Name][], least: number): string[] => {
  const palette = getPalette(theme);
  return pairs
    .map(([name, ground]) => ({ name, ground, contrast: getContrast(palette[name], palette[ground]) }))
    .filter(({ contrast }) => contrast < least)
    .map(({ name, ground, contrast }) => `${name} on ${ground}: ${contrast.toFixed(2)}`);
};

describe.each(['dark', 'light', 'print'] as const)('the %s palette', (theme) => {
  it('has text of at least 4.5:1 on everything it stands on', () => {
    expect(failing(theme, texts, 4.5)).toEqual([]);
  });

  it('has signs, edges and focus of at least 3:1', () => {
    expect(failing(theme, edges, 3)).toEqual([]);
  });
});

// Paper does not hang on a wall.
it.each(['dark', 'light'] as const)('the %s palette has 7:1 for what is read from five metres', (theme) => {
  expect(failing(theme, wall, 7)).toEqual([]);
});
