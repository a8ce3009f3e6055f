/** Streets by what they are built for, the most important first: `highway=*` of OpenStreetMap, links with their class. */
export const streetClasses = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'livingStreet',
  'service',
  'track',
  'pedestrian',
  'cycleway',
  'footway',
  'steps',
] as const;

export type StreetClass = (typeof streetClasses)[number];

/** The number that stands for a class in a graph's arrays. */
export const classNumber: Record<StreetClass, number> = Object.fromEntries(
  streetClasses.map((name, index) => [name, index]),
) as Record<StreetClass, number>;
