import { describe, expect, it } from 'vitest';
import { overlayIds } from '../../state/overlays.js';
import { getContrast, getWorstDifference } from '../../ui/colour-vision.js';
import { getPalette, type Palette } from '../../ui/tokens.js';
import { drawIcon } from '../style/icons/draw-icon.js';
import { overlayById } from './index.js';
import type { LegendEntry } from './overlay.js';
import { reachOverlay } from './reach.js';

/** CIEDE2000 from which two patches that do not touch are told apart at a glance. */
const leastDifference = 8;
/** Neighbours of a ramp touch each other on the map, and their order says the rest. */
const leastStep = 6;

const colourPattern = /#[0-9a-f]{6}\b/gi;
const zooms = [9, 11, 12.5, 14, 17];

/** What is left of a sign when its colours are taken away. */
function getShape({ swatch }: LegendEntry, palette: Palette): string {
  const svg = 'icon' in swatch ? drawIcon(swatch.icon, palette) : '';
  return JSON.stringify({ ...swatch, svg, icon: '' }).replace(colourPattern, '');
}

function getColours({ swatch }: LegendEntry, palette: Palette): string[] {
  const svg = 'icon' in swatch ? drawIcon(swatch.icon, palette) : '';
  return JSON.stringify({ ...swatch, svg }).match(colourPattern) ?? [];
}

/** What an entry is one of: `priority.1` and `priority.2` are rivals, `age.fresh` says something else by the same sign. */
const getDimension = ({ label }: LegendEntry): string => label.slice(0, label.lastIndexOf('.') + 1);

describe.each(['dark', 'light', 'print'] as const)('signs in the %s theme', (theme) => {
  const palette = getPalette(theme);

  it.each(overlayIds)('of %s can be told apart without seeing red, green or blue', (id) => {
    const problems = new Set<string>();
    for (const partition of ['SOCIAL', 'POLICE'] as const)
      for (const zoom of zooms) {
        const entries = overlayById[id].legend({ palette, partition, isWall: false }, zoom);
        entries.forEach((one, index) => {
          for (const [step, other] of entries.slice(index + 1).entries()) {
            if (getDimension(one) !== getDimension(other)) continue;
            if (getShape(one, palette) !== getShape(other, palette)) continue;
            const colours = getColours(other, palette);
            const difference = Math.max(
              ...getColours(one, palette).map((colour, at) => getWorstDifference(colour, colours[at]!)),
            );
            const isStep = step === 0 && one.swatch.kind === 'area';
            if (!(difference >= (isStep ? leastStep : leastDifference)))
              problems.add(`${one.label} and ${other.label}: ${difference.toFixed(1)}`);
          }
        });
      }
    expect([...problems]).toEqual([]);
  });

  it('tells the three kinds of jurisdiction apart by colour or by dashes', () => {
    const [station, liaison, traffic] = (
      ['stationJurisdictions', 'liaisonJurisdictions', 'squadronJurisdictions'] as const
    ).map((id) => overlayById[id].legend({ palette, partition: 'SOCIAL', isWall: false }, 14)[0]!);
    const problems: string[] = [];
    for (const [one, other] of [
      [station!, liaison!],
      [station!, traffic!],
      [liaison!, traffic!],
    ] as const) {
      if (getShape(one, palette) !== getShape(other, palette)) continue;
      const colours = getColours(other, palette);
      const differences = getColours(one, palette).map((c, at) => getWorstDifference(c, colours[at]!));
      if (Math.max(...differences) < leastDifference)
        problems.push(`${one.label} and ${other.label}: ${Math.max(...differences).toFixed(1)}`);
    }
    expect(problems).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5])('colours %d limits in an order that every eye can follow', (count) => {
    const limits = Array.from({ length: count }, (_, index) => (index + 1) * 60);
    const reach = { tiles: [], limits, showsGaps: true, hasChanges: true, emphasis: null };
    const entries = reachOverlay.legend({ palette, partition: 'SOCIAL', isWall: false, reach }, 14);
    expect(entries).toHaveLength(count + 3);
    const colours = entries.map((entry) => getColours(entry, palette)[0]!);
    const bands = colours.slice(0, count);
    const contrasts = bands.map((colour) => getContrast(colour, palette.land));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => b - a));
    const problems = bands.flatMap((one, index) => {
      const next = bands[index + 1];
      const grounds = (['street', 'secondary', 'primary', 'landBuilt'] as const).map((name) => palette[name]);
      const borders = (['gridSocial', 'jurisdictionLiaison', 'seen2'] as const).map((name) => palette[name]);
      return [
        ...(next && getWorstDifference(one, next) < leastStep ? [`steps ${index + 1} and ${index + 2}`] : []),
        ...grounds.filter((ground) => getWorstDifference(one, ground) < leastDifference),
        // The borders and hazes are no lines along every street: they may come a little closer.
        ...borders.filter((border) => getWorstDifference(one, border) < leastStep - 1),
      ].map((problem) => `${one}: ${problem}`);
    });
    expect(problems).toEqual([]);
    // What nothing reaches and what is lost are broken lines, what is gained is a double one.
    const shapes = entries.slice(count).map((entry) => getShape(entry, palette));
    expect(new Set(shapes).size).toBe(3);
    expect(entries.slice(0, count).some((entry) => shapes.includes(getShape(entry, palette)))).toBe(false);
  });
});
