/**
 * Every colour, size and movement of the product, once. The page reads them as CSS variables (`--surface`,
 * `--font-body`); the map style, the icons and the charts read them as values, so that a legend swatch and
 * what it stands for cannot drift apart.
 *
 * Data colours keep their order of lightness in grey as well, and none of them carries a meaning alone:
 * shape says the same.
 */
export type ThemeName = 'dark' | 'light' | 'print';

const dark = {
  // surfaces and text
  page: '#0a0f16',
  surface: '#111923',
  surfaceRaised: '#192431',
  surfaceSunken: '#0b121a',
  surfaceHover: '#1a2634',
  surfacePressed: '#223142',
  hairline: '#26333f',
  outline: '#3b4c5e',
  edge: '#6d8196',
  text: '#e9eff6',
  textMuted: '#a9b8c8',
  textFaint: '#8d9fb1',
  accent: '#5aa9ff',
  accentSoft: '#16304e',
  onAccent: '#06121f',
  focus: '#ffd166',
  danger: '#ff6b5e',
  dangerSoft: '#3d1a1b',
  warning: '#ffb547',
  warningSoft: '#3a2a10',
  success: '#4cc38a',
  successSoft: '#11301f',
  // base map: the ground, quiet but legible
  outside: '#0d1219',
  land: '#1e2630',
  landBuilt: '#28323e',
  landCommercial: '#2c3542',
  landIndustrial: '#292f40',
  landPublic: '#2b3341',
  green: '#1d3832',
  farmland: '#1f2c2e',
  water: '#143c60',
  waterEdge: '#2b6391',
  building: '#343f4d',
  buildingEdge: '#414e5d',
  motorway: '#94794a',
  trunk: '#84704a',
  trunkCasing: '#3d3320',
  primary: '#707c8b',
  secondary: '#5d6877',
  street: '#4a5664',
  path: '#3b4552',
  streetCasing: '#121820',
  railway: '#56616f',
  roadShield: '#2a333f',
  roadShieldEdge: '#77879a',
  label: '#b3bfcb',
  labelStrong: '#e3eaf1',
  labelWater: '#7fb4de',
  labelHalo: '#12181f',
  // territory
  countyEdge: '#8fb4da',
  gridSocial: '#7597bd',
  gridPolice: '#6fb5c6',
  gridLabel: '#bfd1e4',
  upperBorder: '#86a5cb',
  hover: '#ffffff',
  selection: '#ffd84a',
  jurisdictionStation: '#5fa8ff',
  jurisdictionLiaison: '#e07fd2',
  jurisdictionTraffic: '#3ccdb8',
  // patrol coverage: a haze that thickens with the time unseen; never seen is hatched
  seen0: '#4a5470',
  seen1: '#6a6f95',
  seen2: '#8f8bb8',
  seen3: '#b7a9d6',
  seen4: '#e6d6f2',
  neverSeen: '#a7b2be',
  // travel times: the sooner, the farther from the ground; what nothing reaches is warm and dashed
  reach1: '#f5f8c3',
  reach2: '#bce37c',
  reach3: '#5dd93f',
  reach4: '#27b150',
  reach5: '#0d8f78',
  reachGap: '#d3917e',
  reachGained: '#ffffff',
  reachLost: '#f68668',
  // priorities: routine recedes, urgent stands out
  priority1: '#ff5548',
  priority2: '#ffb224',
  priority3: '#9cc6ee',
  onPriority: '#0b1118',
  incidentGround: '#141b24',
  countGround: '#141b24',
  countRing: '#6b9ac8',
  countInk: '#f3f7fb',
  // risk levels
  riskRed: '#ff6060',
  riskOrange: '#ff9a3c',
  riskYellow: '#ffdc55',
  riskBlue: '#74b4ff',
  riskGround: '#161d26',
  // posts
  postPolice: '#2f6fe6',
  postLiaison: '#b548a8',
  postTraffic: '#0f8577',
  postCivil: '#5d7f2a',
  postJustice: '#84663d',
  onPost: '#ffffff',
  postEdge: '#e4ecf5',
  // units by state
  unitStandby: '#a4b4c5',
  unitPatrolling: '#4ddb98',
  unitEnRoute: '#5cc0ff',
  unitOnScene: '#ffa04d',
  unitReturning: '#c3b2ff',
  unitOffDuty: '#7d8b99',
  unitStale: '#99a6b3',
  unitGround: '#0c1219',
  unitEdge: '#f3f8fc',
  onUnit: '#07130d',
  iconEdge: '#0b1118',
};

export type Palette = Record<keyof typeof dark, string>;

const light: Palette = {
  page: '#eef1f4',
  surface: '#ffffff',
  surfaceRaised: '#f4f6f9',
  surfaceSunken: '#e8ecf0',
  surfaceHover: '#eff3f7',
  surfacePressed: '#e2e8ef',
  hairline: '#dbe1e7',
  outline: '#b4bfca',
  edge: '#75828f',
  text: '#141c25',
  textMuted: '#424f5d',
  textFaint: '#566472',
  accent: '#0b5fc2',
  accentSoft: '#dfecfb',
  onAccent: '#ffffff',
  focus: '#b25e00',
  danger: '#c02a1d',
  dangerSoft: '#fce6e3',
  warning: '#8f5300',
  warningSoft: '#fdf0d9',
  success: '#146b41',
  successSoft: '#dff3e6',
  outside: '#e4e6e7',
  land: '#f5f4f0',
  landBuilt: '#e9e6e0',
  landCommercial: '#ebe5df',
  landIndustrial: '#ebeaec',
  landPublic: '#eceaee',
  green: '#d8e7cf',
  farmland: '#f0f2e6',
  water: '#b9d6ea',
  waterEdge: '#86b3d4',
  building: '#d9d4cc',
  buildingEdge: '#cfcac1',
  motorway: '#f1bd6a',
  trunk: '#f6d58f',
  trunkCasing: '#cf9f45',
  primary: '#ffffff',
  secondary: '#ffffff',
  street: '#ffffff',
  path: '#cfc9bd',
  streetCasing: '#c6c1b7',
  railway: '#98989e',
  roadShield: '#fffdf6',
  roadShieldEdge: '#8b8577',
  label: '#4b5661',
  labelStrong: '#222b34',
  labelWater: '#1d5b8c',
  labelHalo: '#fcfbf8',
  countyEdge: '#2b5d94',
  gridSocial: '#4f7fb3',
  gridPolice: '#1f7f96',
  gridLabel: '#24537f',
  upperBorder: '#23568f',
  hover: '#0b2239',
  selection: '#cb4700',
  jurisdictionStation: '#1f6fd0',
  jurisdictionLiaison: '#b03a9c',
  jurisdictionTraffic: '#0b8375',
  seen0: '#cfcbdd',
  seen1: '#b3abcc',
  seen2: '#978bb9',
  seen3: '#7868a2',
  seen4: '#55427f',
  neverSeen: '#6f7884',
  reach1: '#093536',
  reach2: '#0e5541',
  reach3: '#177238',
  reach4: '#189916',
  reach5: '#5eb621',
  reachGap: '#99311d',
  reachGained: '#101820',
  reachLost: '#99210a',
  priority1: '#c8161d',
  priority2: '#b45f00',
  priority3: '#3b6794',
  onPriority: '#ffffff',
  incidentGround: '#ffffff',
  countGround: '#ffffff',
  countRing: '#5d8bb9',
  countInk: '#141c25',
  riskRed: '#cc1f2d',
  riskOrange: '#c05300',
  riskYellow: '#8f6c00',
  riskBlue: '#1f66b8',
  riskGround: '#fffef9',
  postPolice: '#1450b0',
  postLiaison: '#a12f90',
  postTraffic: '#0a6f63',
  postCivil: '#4f7016',
  postJustice: '#74521f',
  onPost: '#ffffff',
  postEdge: '#ffffff',
  unitStandby: '#546472',
  unitPatrolling: '#0f7746',
  unitEnRoute: '#0a63bd',
  unitOnScene: '#ad4e00',
  unitReturning: '#6546b8',
  unitOffDuty: '#6b7680',
  unitStale: '#6b7680',
  unitGround: '#ffffff',
  unitEdge: '#ffffff',
  onUnit: '#ffffff',
  iconEdge: '#ffffff',
};

/** Ink on paper: what colour says, pattern or lightness says as well, for who prints in grey. */
const print: Palette = {
  ...light,
  page: '#ffffff',
  surfaceRaised: '#ffffff',
  surfaceSunken: '#f4f4f4',
  hairline: '#c9c9c9',
  outline: '#8c8c8c',
  text: '#111111',
  textMuted: '#3d3d3d',
  textFaint: '#555555',
  outside: '#ffffff',
  land: '#ffffff',
  landBuilt: '#f4f4f4',
  landCommercial: '#f0f0f0',
  landIndustrial: '#ededed',
  landPublic: '#f0f0f0',
  green: '#e2ebdd',
  farmland: '#fafaf5',
  water: '#cfe0ea',
  waterEdge: '#7c9db3',
  building: '#e2e2e2',
  buildingEdge: '#bdbdbd',
  motorway: '#d9d9d9',
  trunk: '#ececec',
  trunkCasing: '#4a4a4a',
  primary: '#ffffff',
  secondary: '#ffffff',
  street: '#ffffff',
  path: '#b0b0b0',
  streetCasing: '#8c8c8c',
  railway: '#6d6d6d',
  roadShield: '#ffffff',
  roadShieldEdge: '#4a4a4a',
  label: '#3d3d3d',
  labelStrong: '#111111',
  labelWater: '#3a647c',
  labelHalo: '#ffffff',
  countyEdge: '#3a3a3a',
  gridSocial: '#5a5a5a',
  gridPolice: '#5a5a5a',
  gridLabel: '#333333',
  upperBorder: '#2c2c2c',
  hover: '#111111',
  selection: '#111111',
  jurisdictionStation: '#1d4f91',
  jurisdictionLiaison: '#8a2f7b',
  jurisdictionTraffic: '#0b6b60',
  seen0: '#e6e6e6',
  seen1: '#cccccc',
  seen2: '#adadad',
  seen3: '#8a8a8a',
  seen4: '#636363',
  neverSeen: '#4d4d4d',
  reach1: '#042f3a',
  reach2: '#115049',
  reach3: '#078140',
  reach4: '#14a50e',
  reach5: '#81cb14',
  reachGap: '#ba421f',
  reachGained: '#111111',
  reachLost: '#c20b03',
  priority1: '#c8161d',
  priority2: '#b45f00',
  priority3: '#3d5a78',
  onPriority: '#ffffff',
  incidentGround: '#ffffff',
  countGround: '#ffffff',
  countRing: '#8a8a8a',
  countInk: '#111111',
  riskRed: '#c8161d',
  riskOrange: '#b85200',
  riskYellow: '#7d5f00',
  riskBlue: '#1f5a9c',
  riskGround: '#ffffff',
  postPolice: '#1a4a94',
  postLiaison: '#8a2f7b',
  postTraffic: '#0b6b60',
  postCivil: '#4a6814',
  postJustice: '#6b4d20',
  onPost: '#ffffff',
  postEdge: '#ffffff',
  unitStandby: '#545454',
  unitPatrolling: '#0f6b40',
  unitEnRoute: '#0a56a3',
  unitOnScene: '#a04800',
  unitReturning: '#5b3fa8',
  unitOffDuty: '#6b6b6b',
  unitStale: '#6b6b6b',
  unitGround: '#ffffff',
  unitEdge: '#ffffff',
  onUnit: '#ffffff',
  iconEdge: '#ffffff',
};

const palettes: Record<ThemeName, Palette> = { dark, light, print };

/** The palette of a theme. */
export function getPalette(theme: ThemeName): Palette {
  return palettes[theme];
}

/** Type, in pixels at the reader's normal text size. */
export const typeScale = { caption: 12, small: 13, body: 14, title: 16, heading: 20, figure: 28 };

/** Distances, in pixels: steps of a four-pixel grid, and half a step for what belongs together. */
export const space = { 1: 2, 2: 4, 3: 8, 4: 12, 5: 16, 6: 24, 7: 32, 8: 48 };

/** Rounding of corners, in pixels. */
export const radius = { small: 4, medium: 6, large: 10 };

/** How long a change takes, in milliseconds. base.css makes both 0 for who wants no motion. */
const motion = { fast: 120, normal: 200 };

/** Height of a control and of a list row, in pixels. base.css chooses by `data-density`, pointer and width. */
export const density = {
  compact: { control: 28, row: 28 },
  comfortable: { control: 34, row: 36 },
  touch: { control: 44, row: 48 },
};

export type Density = keyof typeof density;

/** What lifts a surface off the one below it, and the veil under a dialog. */
const elevation: Record<ThemeName, Record<'flat' | 'raised' | 'overlay' | 'scrim', string>> = {
  dark: {
    flat: 'none',
    raised: '0 1px 2px rgb(0 0 0 / 36%), 0 3px 10px rgb(0 0 0 / 26%)',
    overlay: '0 2px 6px rgb(0 0 0 / 40%), 0 16px 48px rgb(0 0 0 / 52%)',
    scrim: 'rgb(3 6 10 / 62%)',
  },
  light: {
    flat: 'none',
    raised: '0 1px 2px rgb(20 28 37 / 10%), 0 3px 10px rgb(20 28 37 / 8%)',
    overlay: '0 2px 6px rgb(20 28 37 / 10%), 0 16px 48px rgb(20 28 37 / 20%)',
    scrim: 'rgb(20 28 37 / 38%)',
  },
  print: { flat: 'none', raised: 'none', overlay: 'none', scrim: 'rgb(20 28 37 / 38%)' },
};

/** Pixels as a length that follows the reader's text size. */
const rem = (pixels: number): string => `${pixels / 16}rem`;

/**
 * Distances follow the text too, but not so far that they eat a narrow window: never more of its width
 * than they take of 320 px at normal size.
 */
const distance = (pixels: number): string => `min(${rem(pixels)}, ${(pixels / 320) * 100}vw)`;

/** Every token of a theme as CSS variables: `--surface-raised`, `--font-body`, `--space-4`, `--shadow-overlay`. */
function listTokens(theme: ThemeName): [name: string, value: string][] {
  const { flat, raised, overlay, scrim } = elevation[theme];
  return [
    ...Object.entries(getPalette(theme)).map(([name, value]): [string, string] => [
      `--${name.replace(/[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`)}`,
      value,
    ]),
    ...Object.entries(typeScale).map(([name, value]): [string, string] => [`--font-${name}`, rem(value)]),
    ...Object.entries(space).map(([name, value]): [string, string] => [`--space-${name}`, distance(value)]),
    ...Object.entries(radius).map(([name, value]): [string, string] => [`--radius-${name}`, `${value}px`]),
    ...Object.entries(motion).map(([name, value]): [string, string] => [`--motion-${name}`, `${value}ms`]),
    ...Object.entries(density).flatMap(([name, { control, row }]): [string, string][] => [
      [`--control-${name}`, rem(control)],
      [`--row-${name}`, rem(row)],
    ]),
    ['--shadow-flat', flat],
    ['--shadow-raised', raised],
    ['--shadow-overlay', overlay],
    ['--scrim', scrim],
  ];
}

/** Writes a theme's tokens to an element, and by that to all it holds; usually the page itself. */
export function applyPalette(root: HTMLElement, theme: ThemeName): void {
  root.dataset.theme = theme;
  root.style.colorScheme = theme === 'dark' ? 'dark' : 'light';
  for (const [name, value] of listTokens(theme)) root.style.setProperty(name, value);
}
