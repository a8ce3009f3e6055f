/** Chinese grades, functional (城市道路) and administrative (公路) ones, the first that fits. */
const CHINESE_CLASSES: readonly [RegExp, string][] = [
  [/高速/, 'motorway'],
  [/快速|国道/, 'trunk'],
  [/主干|省道|一级公路|主要道路/, 'primary'],
  [/次干|县道|二级公路|次要道路/, 'secondary'],
  [/支路|乡道|三级公路/, 'tertiary'],
  [/村道|乡村|四级公路|等外/, 'unclassified'],
  [/内部|小区|园区|停车/, 'service'],
  [/街巷|巷道|里弄|胡同|居住/, 'residential'],
  [/机耕|田间|林道/, 'track'],
  [/台阶|梯道/, 'steps'],
  [/步行街/, 'pedestrian'],
  [/自行车|非机动|绿道/, 'cycleway'],
  [/步行|人行|步道/, 'footway'],
];

/** Letters before the number of a Chinese route: national, provincial, county, town, village. */
const ROUTE_CLASSES: readonly [RegExp, string][] = [
  [/^G\d{1,2}$|^G\d{4}$/, 'motorway'],
  [/^G\d{3}$/, 'trunk'],
  [/^S\d/, 'primary'],
  [/^X\d/, 'secondary'],
  [/^Y\d/, 'tertiary'],
  [/^C\d/, 'unclassified'],
];

/**
 * A `highway` value for a class as files write it. Where there is none, the route's number tells, else it is a street to
 * live in. `isGrade`: it was no `highway` value but a grade of road.
 */
export function classOf(text: string | null, ref: string | null): { highway: string; isGrade: boolean } {
  const [patterns, value] = text === null ? [ROUTE_CLASSES, ref ?? ''] : [CHINESE_CLASSES, text];
  const grade = patterns.find(([pattern]) => pattern.test(value))?.[1];
  if (grade !== undefined || text === null) return { highway: grade ?? 'residential', isGrade: true };
  // Extracts of OpenStreetMap as shapefiles (Geofabrik) have values of their own for tracks and for what is not known.
  const highway = text
    .toLowerCase()
    .replace(/^track_grade\d$/, 'track')
    .replace(/^unknown$/, 'road');
  return { highway, isGrade: false };
}

const AGAINST = /^(-1|reverse|t|tf|逆向|反向)$/i;
const ALONG = /^(yes|true|1|f|ft|是|单行|单向|正向|顺向)$/i;

/** A `oneway` value; `F`, `T` and `B` (along, against, both) are those of shapefiles made from OpenStreetMap. */
export function directionOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  if (AGAINST.test(text)) return '-1';
  return ALONG.test(text) ? 'yes' : 'no';
}

/** A `maxspeed` value from km/h with or without a unit; nothing, where it is zero or no number. */
export function limitOf(text: string | null): string | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*(mph)?/i.exec(text ?? '');
  if (!found || Number(found[1]) === 0) return undefined;
  return found[2] ? `${found[1]} mph` : found[1];
}
