/**
 * Every colour of the product, once. The page reads it as CSS variables (`--surface`), the map style and
 * the icons read it as values, so that a legend swatch and what it stands for cannot drift apart.
 *
 * Data colours keep their order of lightness in grey as well, and none of them carries a meaning alone:
 * shape says the same.
 */
export type ThemeName = 'dark' | 'light';

const dark = {
  // surfaces and text
  page: '#0a0f16',
  surface: '#111923',
  surfaceRaised: '#192431',
  surfaceSunken: '#0b121a',
  hairline: '#26333f',
  outline: '#3b4c5e',
  text: '#e9eff6',
  textMuted: '#a9b8c8',
  textFaint: '#8496a8',
  accent: '#5aa9ff',
  accentSoft: '#16304e',
  onAccent: '#06121f',
  focus: '#ffd166',
  danger: '#ff6b5e',
  dangerSoft: '#3d1a1b',
  warning: '#ffb547',
  warningSoft: '#3a2a10',
  success: '#4cc38a',
  // base map
  land: '#0f151d',
  landBuilt: '#141b25',
  landCommercial: '#17202a',
  landIndustrial: '#191d29',
  landPublic: '#1a2029',
  green: '#12221d',
  farmland: '#121c1a',
  water: '#0c2238',
  waterEdge: '#17456b',
  building: '#1c2632',
  buildingEdge: '#263341',
  motorway: '#7a6340',
  trunk: '#6a5a3c',
  primary: '#586374',
  secondary: '#465163',
  street: '#333d4a',
  path: '#26303a',
  streetCasing: '#0b1017',
  railway: '#39424f',
  label: '#93a3b3',
  labelStrong: '#c9d4df',
  labelWater: '#5f93c0',
  labelHalo: '#0b1017',
  // territory
  gridSocial: '#5b8fc7',
  gridPolice: '#9a86d8',
  gridLabel: '#b9cde2',
  upperBorder: '#6d98cc',
  hover: '#ffffff',
  selection: '#ffd166',
  jurisdictionStation: '#4aa3ff',
  jurisdictionLiaison: '#f2a33c',
  jurisdictionTraffic: '#3cc6b4',
  // patrol coverage: minutes unseen, lighter = longer; never seen is hatched
  seen0: '#17463c',
  seen1: '#2f6b4a',
  seen2: '#85863a',
  seen3: '#c98a34',
  seen4: '#d8573f',
  neverSeen: '#7a2f55',
  // priorities
  priority1: '#ff5a4d',
  priority2: '#ffae3d',
  priority3: '#6fb6ff',
  onPriority: '#0a0f16',
  // risk levels
  riskRed: '#ff5a5a',
  riskOrange: '#ff9a3c',
  riskYellow: '#ffd84d',
  riskBlue: '#59a8ff',
  // posts
  postPolice: '#3f8cff',
  postLiaison: '#f2a33c',
  postTraffic: '#2fb8a6',
  postCivil: '#a583ef',
  postJustice: '#c8a06a',
  onPost: '#ffffff',
  // units by state
  unitStandby: '#8fa3b8',
  unitPatrolling: '#4cd694',
  unitEnRoute: '#4db2ff',
  unitOnScene: '#ff9f45',
  unitReturning: '#b8a4ff',
  unitOffDuty: '#5d6b79',
  iconEdge: '#0a0f16',
};

export type Palette = Record<keyof typeof dark, string>;

const light: Palette = {
  page: '#eef1f4',
  surface: '#ffffff',
  surfaceRaised: '#f4f6f9',
  surfaceSunken: '#e8ecf0',
  hairline: '#dbe1e7',
  outline: '#a8b4c0',
  text: '#141c25',
  textMuted: '#465563',
  textFaint: '#5f6d7a',
  accent: '#0b5fc2',
  accentSoft: '#dfecfb',
  onAccent: '#ffffff',
  focus: '#b25e00',
  danger: '#c02a1d',
  dangerSoft: '#fce6e3',
  warning: '#8f5300',
  warningSoft: '#fdf0d9',
  success: '#1a7a4c',
  land: '#f3f2ee',
  landBuilt: '#eeece6',
  landCommercial: '#f2e9e3',
  landIndustrial: '#e9e7ee',
  landPublic: '#ece9f0',
  green: '#dcebd5',
  farmland: '#eaf0dd',
  water: '#bcd9ee',
  waterEdge: '#8fbcdc',
  building: '#e0dcd4',
  buildingEdge: '#cfc9be',
  motorway: '#f3c77f',
  trunk: '#f7d99b',
  primary: '#ffffff',
  secondary: '#ffffff',
  street: '#ffffff',
  path: '#d9d4c8',
  streetCasing: '#cfcac0',
  railway: '#a9a9ae',
  label: '#5a6570',
  labelStrong: '#2c3640',
  labelWater: '#2a6a9c',
  labelHalo: '#fbfaf7',
  gridSocial: '#2f6cb0',
  gridPolice: '#6a4fc0',
  gridLabel: '#1f4f86',
  upperBorder: '#174a86',
  hover: '#0b2239',
  selection: '#c25a00',
  jurisdictionStation: '#1668c7',
  jurisdictionLiaison: '#b86a00',
  jurisdictionTraffic: '#0b8375',
  seen0: '#cfe9d6',
  seen1: '#a5d3a0',
  seen2: '#ece08a',
  seen3: '#f0b25b',
  seen4: '#dd6a4c',
  neverSeen: '#a33b73',
  priority1: '#c81e1e',
  priority2: '#b86200',
  priority3: '#1f66b8',
  onPriority: '#ffffff',
  riskRed: '#cc1f2d',
  riskOrange: '#c75a00',
  riskYellow: '#a17a00',
  riskBlue: '#1f66b8',
  postPolice: '#1257b8',
  postLiaison: '#a85f00',
  postTraffic: '#0b7568',
  postCivil: '#6a3fc0',
  postJustice: '#7a5520',
  onPost: '#ffffff',
  unitStandby: '#5b6b7a',
  unitPatrolling: '#127a48',
  unitEnRoute: '#0b66c2',
  unitOnScene: '#b85300',
  unitReturning: '#6a4fc0',
  unitOffDuty: '#8a949e',
  iconEdge: '#ffffff',
};

const palettes: Record<ThemeName, Palette> = { dark, light };

/** The palette of a theme. */
export function getPalette(theme: ThemeName): Palette {
  return palettes[theme];
}

/** Writes a palette to the page as CSS variables in kebab case (`surfaceRaised` → `--surface-raised`). */
export function applyPalette(root: HTMLElement, theme: ThemeName): void {
  root.dataset.theme = theme;
  root.style.colorScheme = theme;
  for (const [name, value] of Object.entries(getPalette(theme))) {
    root.style.setProperty(`--${name.replace(/[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`)}`, value);
  }
}
