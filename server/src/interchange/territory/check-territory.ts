import { roundPosition } from '@maplebridge/engine/coordinates/round';
import { toMultiPolygon } from '@maplebridge/engine/geometry/normalise';
import type { MultiPolygon } from 'geojson';
import { maskText } from '../../access/mask-text.js';
import type { GridKind } from '../../database/prisma/enums.js';
import { placeName, type RowFault, type RowRefusal } from '../report/row-refusal.js';
import type { Source, SourceRecord } from '../read/source.js';
import { mapColumns, type Field, type Mapping } from '../values/columns.js';
import { readGeometry } from '../values/geometry-faults.js';
import type { Box } from '../values/plausible.js';
import { convertGeometry, type SourceSystem } from '../values/systems.js';

export type RepeatedCodes = 'refuse' | 'number' | 'merge';

/** One checked area of a territory file. */
export interface CheckedArea {
  line: number;
  feature: number | null;
  code: string;
  name: string;
  kind: GridKind;
  parentCode: string | null;
  parentName: string | null;
  households: number | null;
  boundary: MultiPolygon;
}

const FIELDS: Field[] = [
  {
    name: 'code',
    required: true,
    guesses: ['code', '编号', '编码', '代码', '网格编号', '网格编码', '行政区划代码', 'id'],
  },
  { name: 'name', guesses: ['name', '名称', '网格名称', '辖区名称', 'label'] },
  { name: 'parent', guesses: ['parent', '上级编号', '上级编码', '上级代码', '所属编码'] },
  { name: 'parentName', guesses: ['上级名称'] },
  { name: 'households', guesses: ['households', '户数', '总户数'] },
  { name: 'gridKind', guesses: ['网格类型', 'grid kind'] },
];

const LONGEST_CODE = 40;
const LONGEST_NAME = 200;

/** Name and code of a county whose file has no columns for them. */
export interface GivenNames {
  code?: string | undefined;
  name?: string | undefined;
}

export function mapTerritoryColumns(
  source: Source,
  given: Record<string, string | undefined>,
  names: GivenNames = {},
): Mapping {
  const fields =
    names.code === undefined ? FIELDS : FIELDS.filter(({ name }) => name !== 'code' && name !== 'name');
  return mapColumns(source, fields, given);
}

/**
 * Checks the features of a territory file, each by itself and its code against the others.
 * @param expected where the county lies, when there is one
 * @param toBeRepaired borders may cross themselves
 */
export function checkTerritory(
  source: Source,
  { readers }: Mapping,
  system: SourceSystem,
  repeated: RepeatedCodes,
  expected: Box | null,
  names: GivenNames = {},
  toBeRepaired = false,
): { areas: CheckedArea[]; refused: RowRefusal[] } {
  const areas: CheckedArea[] = [];
  const refused: RowRefusal[] = [];
  const firstWith = new Map<string, CheckedArea>();
  const counts = new Map<string, number>();
  for (const record of source.records) {
    const read = (field: string) => readers.get(field)?.(record) ?? null;
    const refuse = (field: string | null, { reason, parameters }: RowFault) =>
      refused.push({ line: record.line, feature: record.feature, field, reason, parameters });
    const code = names.code ?? read('code');
    if (code === null || code.length > LONGEST_CODE) {
      refuse('code', code === null ? { reason: 'rowCodeMissing', parameters: {} } : tooLong(LONGEST_CODE));
      continue;
    }
    const name = names.name ?? read('name') ?? code;
    if (name.length > LONGEST_NAME) {
      refuse('name', tooLong(LONGEST_NAME));
      continue;
    }
    const households = readHouseholds(read('households'));
    if (households !== null && typeof households === 'object') {
      refuse('households', households);
      continue;
    }
    const boundary = readBoundary(record, system, expected, toBeRepaired);
    if ('reason' in boundary) {
      refuse('geometry', boundary);
      continue;
    }
    const area: CheckedArea = {
      line: record.line,
      feature: record.feature,
      code,
      name: maskText(name),
      kind: /专属|dedicated/i.test(read('gridKind') ?? '') ? 'DEDICATED' : 'BASIC',
      parentCode: read('parent'),
      parentName: read('parentName'),
      households,
      boundary,
    };
    const first = firstWith.get(code);
    if (!first) {
      firstWith.set(code, area);
      areas.push(area);
    } else if (repeated === 'merge') {
      first.boundary = {
        type: 'MultiPolygon',
        coordinates: [...first.boundary.coordinates, ...boundary.coordinates],
      };
      first.households = households === null ? first.households : (first.households ?? 0) + households;
    } else if (repeated === 'number') {
      const count = (counts.get(code) ?? 1) + 1;
      counts.set(code, count);
      areas.push({ ...area, code: `${code}-${count}` });
    } else
      refuse('code', {
        reason: 'rowCodeTwice',
        parameters: { code: maskText(code), line: placeName(first) },
      });
  }
  return repeated === 'merge' && !toBeRepaired ? recheckMerged(areas, refused) : { areas, refused };
}

const tooLong = (max: number): RowFault => ({ reason: 'rowTextTooLong', parameters: { max } });

function readHouseholds(text: string | null): number | null | RowFault {
  if (text === null) return null;
  const count = Number(text);
  return Number.isInteger(count) && count >= 0 && count < 1e6
    ? count
    : { reason: 'rowNotACount', parameters: {} };
}

function readBoundary(
  record: SourceRecord,
  system: SourceSystem,
  expected: Box | null,
  mayCross: boolean,
): MultiPolygon | RowFault {
  const geometry = convertGeometry(record.geometry, system);
  const read = readGeometry(geometry, ['Polygon', 'MultiPolygon'], expected, mayCross);
  return 'fault' in read ? read.fault : toMultiPolygon(read.geometry);
}

/** Parts put together may overlap each other although each was sound. */
function recheckMerged(
  areas: CheckedArea[],
  refused: RowRefusal[],
): { areas: CheckedArea[]; refused: RowRefusal[] } {
  const sound = areas.filter((area) => {
    if (area.boundary.coordinates.length === 1) return true;
    const read = readGeometry(area.boundary, ['MultiPolygon'], null);
    if ('fault' in read)
      refused.push({ line: area.line, feature: area.feature, field: 'geometry', ...read.fault });
    return !('fault' in read);
  });
  return { areas: sound, refused };
}

/** One corner of each area, enough to see where a file lies. */
export const cornersOf = (areas: readonly CheckedArea[]) =>
  areas.map(({ boundary }) => roundPosition(boundary.coordinates[0]![0]![0]!));
