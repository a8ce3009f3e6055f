import type { Palette } from '../../ui/tokens.js';

/** How far each colour of the base map goes towards the land's, 0 to 1: streets and water stay to be followed. */
const shares: Partial<Record<keyof Palette, number>> = {
  landBuilt: 0.6,
  landCommercial: 0.6,
  landIndustrial: 0.6,
  landPublic: 0.6,
  green: 0.5,
  farmland: 0.6,
  water: 0.25,
  waterEdge: 0.25,
  building: 0.55,
  buildingEdge: 0.55,
  motorway: 0.5,
  trunk: 0.5,
  trunkCasing: 0.3,
  primary: 0.25,
  secondary: 0.25,
  street: 0.2,
  path: 0.4,
  railway: 0.5,
  label: 0.3,
  labelStrong: 0.35,
  labelWater: 0.3,
  roadShield: 0.4,
  roadShieldEdge: 0.4,
};

/** The palette with its base map receding, so that borders speak. */
export function dimPalette(palette: Palette): Palette {
  const dimmed = { ...palette };
  for (const [name, share] of Object.entries(shares) as [keyof Palette, number][])
    dimmed[name] = mix(palette[name], palette.land, share);
  return dimmed;
}

function mix(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
