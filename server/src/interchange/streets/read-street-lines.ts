import { toMultiLineString } from '@maplebridge/engine/geometry/normalise';
import type { StreetLine } from '@maplebridge/engine/roads/graph/lines-to-graph';
import { streetAttributes } from '@maplebridge/engine/roads/osm/graph/osm-way';
import { streetOf } from '@maplebridge/engine/roads/osm/base/streets';
import type { NewBaseFeature } from '../../basemap/store-base-features.js';
import type { RowRefusal } from '../report/row-refusal.js';
import type { Source } from '../read/source.js';
import { mapColumns, type Field, type Mapping } from '../values/columns.js';
import { readGeometry } from '../values/geometry-faults.js';
import { convertGeometry, type SourceSystem } from '../values/systems.js';
import { classOf, directionOf, limitOf } from './street-values.js';

const FIELDS: Field[] = [
  { name: 'streetName', guesses: ['name', 'street', '名称', '道路名称', '路名'] },
  { name: 'class', guesses: ['highway', 'class', 'fclass', 'road class', '道路等级', '等级', '道路类型'] },
  { name: 'ref', guesses: ['ref', '路线编号', '道路编号'] },
  { name: 'oneway', guesses: ['oneway', '单行', '单行线'] },
  { name: 'limit', guesses: ['maxspeed', 'speed limit', '限速', '最高限速'] },
];

export const STREET_FIELDS = FIELDS.map(({ name }) => name);

export const mapStreetColumns = (source: Source, given: Record<string, string | undefined>): Mapping =>
  mapColumns(source, FIELDS, given);

/** What a file of centre lines gives: streets to be drawn, and lines to be travelled. */
export interface StreetLinesRead {
  streets: NewBaseFeature[];
  lines: StreetLine[];
  refused: RowRefusal[];
}

/** Checks the lines of a street file; classes are OpenStreetMap's `highway` values or Chinese road grades. */
export function readStreetLines(source: Source, { readers }: Mapping, system: SourceSystem): StreetLinesRead {
  const streets: NewBaseFeature[] = [];
  const lines: StreetLine[] = [];
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
    const { highway, isGrade } = classOf(read('class'), read('ref'));
    const tags = {
      highway,
      name: read('streetName') ?? undefined,
      ref: read('ref') ?? undefined,
      // One line of a road grade stands for both directions, of OpenStreetMap's motorways for one.
      oneway: directionOf(read('oneway')) ?? (isGrade ? 'no' : undefined),
      maxspeed: limitOf(read('limit')),
    };
    const street = streetOf(tags);
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
    const attributes = streetAttributes(tags);
    if (attributes) for (const coordinates of geometry.coordinates) lines.push({ coordinates, attributes });
    const drawn = street.reverse
      ? { ...geometry, coordinates: geometry.coordinates.map((part) => part.toReversed()).reverse() }
      : geometry;
    const { layer, kind, name, nameEn, ref, bridge, tunnel, oneway, rank, minZoom } = street;
    streets.push({
      ...{ layer, kind, name, nameEn, ref, bridge, tunnel, oneway, rank, minZoom },
      geometry: drawn,
    });
  }
  return { streets, lines, refused };
}
