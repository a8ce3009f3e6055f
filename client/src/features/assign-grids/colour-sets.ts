import type { MultiPolygon, Polygon } from 'geojson';
import { partsOf } from '../../map/paper/grid-shapes.js';

/** Colours of sets side by side, told apart by hue and lightness; names on the map say the same. */
export const setColours = [
  '#4c8ad6',
  '#d98b2b',
  '#3f9e74',
  '#c2598f',
  '#8a6fd1',
  '#b5a12c',
  '#2fa3b3',
  '#cf5f4d',
  '#7d9144',
  '#9a7a5a',
] as const;

interface ColouredSet {
  id: string;
  boundaries: readonly (Polygon | MultiPolygon)[];
}

/**
 * An index of `setColours` per set such that sets that touch differ while there are colours for it: each takes the
 * least used of those its neighbours do not have (greedy colouring in the order given).
 */
export function colourSets(sets: readonly ColouredSet[]): Map<string, number> {
  const at = new Map<string, Set<number>>();
  sets.forEach(({ boundaries }, index) => {
    for (const place of boundaries.flatMap((boundary) => partsOf(boundary).flat(2))) {
      const key = String(place);
      const here = at.get(key);
      if (here) here.add(index);
      else at.set(key, new Set([index]));
    }
  });
  const neighbours = sets.map(() => new Set<number>());
  for (const here of at.values())
    if (here.size > 1) for (const one of here) for (const other of here) neighbours[one]!.add(other);
  const colours: number[] = [];
  const uses = setColours.map(() => 0);
  sets.forEach((_, index) => {
    const taken = new Set([...neighbours[index]!].map((other) => colours[other]));
    const free = setColours.map((__, colour) => colour).filter((colour) => !taken.has(colour));
    const choice = (free.length > 0 ? free : setColours.map((__, colour) => colour)).reduce((best, colour) =>
      uses[colour]! < uses[best]! ? colour : best,
    );
    colours[index] = choice;
    uses[choice]! += 1;
  });
  return new Map(sets.map(({ id }, index) => [id, colours[index]!]));
}
