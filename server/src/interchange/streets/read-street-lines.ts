import { toMultiLineString } from '@maplebridge/engine/geometry/normalise';
import { streetOf } from '@maplebridge/engine/roads/osm/base/streets';
import type { NewBaseFeature } from '../../basemap/store-base-features.js';
import type { RowRefusal } from '../report/row-refusal.js';
import type { Source } from '../read/source.js';
import { mapColumns, type Field, type Mapping } from '../values/columns.js';
import { readGeometry } from '../values/geometry-faults.js';
import { convertGeometry, type SourceSystem } from '../values/systems.js';

const FIELDS: Field[] = [
  { name: 'streetName', guesses: ['name', 'street', '名称', '道路名称', '路名'] },
  { name: 'class', guesses: ['highway', 'class', 'fclass', 'road class', '道路等级', '等级'] },
  { name: 'ref', guesses: ['ref', '路线编号', '道路编号'] },
  { name: 'oneway', guesses: ['oneway', '单行', '单行线'] },
];

const CHINESE_CLASSES: [RegExp, string][] = [
  [/高速/, 'motorway'],
  [/快速|国道/, 'trunk'],
  [/主干|省道/, 'primary'],
  [/次干|县道/, 'secondary'],
  [/支路|乡道/, 'tertiary'],
  [/步行/, 'pedestrian'],
];

export const mapStreetColumns = (source: Source, given: Record<string, string | undefined>): Mapping =>
  mapColumns(source, FIELDS, given);

/** Checks the lines of a GeoJSON street file; classes are OpenStreetMap's `highway` values or Chinese road grades. */
export function readStreetLines(
  source: Source,
  { readers }: Mapping,
  system: SourceSystem,
): { streets: NewBaseFeature[]; refused: RowRefusal[] } {
  const streets: NewBaseFeature[] = [];
  const refused: RowRefusal[] = [];
  for (const record of source.records) {
    const read = (field: string) => readers.get(field)?.(record) ?? null;
    const line = readGeometry(
      convertGeometry(record.geometry, system),
      ['LineString', 'MultiLineString'],
      null,
    );
    if ('fault' in line) {
      refused.push({ line: record.line, feature: record.feature, field: 'geometry', ...line.fault });
      continue;
    }
    const street = streetOf({
      highway: classOf(read('class')),
      name: read('streetName') ?? undefined,
      ref: read('ref') ?? undefined,
      oneway: /^(yes|true|1|-1|是)$/i.test(read('oneway') ?? '')
        ? read('oneway') === '-1'
          ? '-1'
          : 'yes'
        : undefined,
    });
    if (street === null || typeof street === 'string') {
      refused.push({
        line: record.line,
        feature: record.feature,
        field: 'class',
        reason: 'rowStreetClass',
        parameters: {},
      });
      continue;
    }
    const geometry = toMultiLineString(line.geometry);
    if (street.reverse)
      geometry.coordinates = geometry.coordinates.map((part) => part.toReversed()).reverse();
    const { layer, kind, name, nameEn, ref, bridge, tunnel, oneway, rank, minZoom } = street;
    streets.push({ layer, kind, name, nameEn, ref, bridge, tunnel, oneway, rank, minZoom, geometry });
  }
  return { streets, refused };
}

function classOf(text: string | null): string {
  if (text === null) return 'residential';
  return CHINESE_CLASSES.find(([pattern]) => pattern.test(text))?.[1] ?? text.toLowerCase();
}
