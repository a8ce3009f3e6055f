import { maskText } from '../../access/mask-text.js';
import type { PostKind } from '../../database/prisma/enums.js';
import type { PostHours } from '../../posts/store-posts.js';
import { placeName, type RowFault, type RowRefusal } from '../report/row-refusal.js';
import type { Source, SourceRecord } from '../read/source.js';
import { readHours, spanBetween } from '../values/hours.js';
import { mapColumns, type Field, type Mapping } from '../values/columns.js';
import { readPlace } from '../values/places.js';
import { isFarAway, type Box } from '../values/plausible.js';
import type { SourceSystem } from '../values/systems.js';
import { findPostKind } from './post-kinds.js';

export interface CheckedPost {
  line: number;
  feature: number | null;
  kind: PostKind;
  code: string | null;
  name: string;
  address: string | null;
  place: [number, number] | null;
  openAroundTheClock: boolean;
  hours: PostHours | null;
  /** Code of the territory it answers for, as the file has it. */
  jurisdiction: string | null;
}

const FIELDS: Field[] = [
  { name: 'name', required: true, guesses: ['name', '名称', '单位名称', '站点名称'] },
  { name: 'code', guesses: ['code', '编号', '编码', '机构代码', '单位编码'] },
  { name: 'kindColumn', guesses: ['kind', 'type', '类别', '类型'] },
  { name: 'address', guesses: ['address', '地址', '详细地址', '单位地址'] },
  { name: 'longitude', guesses: ['longitude', 'lon', 'lng', 'long', '经度', 'x'] },
  { name: 'latitude', guesses: ['latitude', 'lat', '纬度', 'y'] },
  { name: 'jurisdiction', guesses: ['jurisdiction', '辖区编号', '辖区编码', '辖区代码'] },
  { name: 'aroundTheClock', guesses: ['24h', '24小时', 'around the clock'] },
  {
    name: 'hours',
    guesses: [
      'hours',
      'opening hours',
      '值守时间',
      '开放时间',
      '营业时间',
      '工作时间',
      '办公时间',
      '巡防时间',
    ],
  },
  { name: 'opens', guesses: ['opens', 'opens at', 'start', '开始时间', '开始', '上班时间', '开门时间'] },
  { name: 'closes', guesses: ['closes', 'closes at', 'end', '结束时间', '结束', '下班时间', '关门时间'] },
];

export const mapPostColumns = (source: Source, given: Record<string, string | undefined>): Mapping =>
  mapColumns(source, FIELDS, given);

/** Whether places come from columns; then the user must declare their system. */
export const hasPlaceColumns = ({ readers }: Mapping): boolean =>
  readers.has('longitude') && readers.has('latitude');

/**
 * Checks the rows of a posts file.
 * @param kind of every post; null: each row says
 */
export function checkPosts(
  source: Source,
  { readers }: Mapping,
  system: SourceSystem | null,
  kind: PostKind | null,
  county: Box,
): { posts: CheckedPost[]; refused: RowRefusal[] } {
  const posts: CheckedPost[] = [];
  const refused: RowRefusal[] = [];
  const firstWith = new Map<string, SourceRecord>();
  for (const record of source.records) {
    const read = (field: string) => readers.get(field)?.(record) ?? null;
    const refuse = (field: string, { reason, parameters }: RowFault) =>
      void refused.push({ line: record.line, feature: record.feature, field, reason, parameters });
    const found = kind ?? findPostKind(read('kindColumn') ?? '');
    if (!found) {
      refuse('kindColumn', { reason: 'rowPostKind', parameters: {} });
      continue;
    }
    const name = read('name');
    if (name === null || name.length > 200) {
      refuse(
        'name',
        name === null
          ? { reason: 'rowNameMissing', parameters: {} }
          : { reason: 'rowTextTooLong', parameters: { max: 200 } },
      );
      continue;
    }
    const place = system
      ? readPlace(record, readers.get('longitude'), readers.get('latitude'), system)
      : { place: null };
    if ('fault' in place || isFarAwayFrom(place.place, county)) {
      refuse('place', 'fault' in place ? place.fault : { reason: 'rowFarAway', parameters: {} });
      continue;
    }
    const hours = readHoursOf(read);
    if (hours === null) {
      refuse('hours', { reason: 'rowHoursMalformed', parameters: {} });
      continue;
    }
    const code = read('code');
    const key = `${found} ${code}`;
    const first = code === null ? undefined : firstWith.get(key);
    if (first !== undefined) {
      refuse('code', {
        reason: 'rowCodeTwice',
        parameters: { code: maskText(code!), line: placeName(first) },
      });
      continue;
    }
    firstWith.set(key, record);
    const address = read('address');
    posts.push({
      line: record.line,
      feature: record.feature,
      kind: found,
      code,
      name: maskText(name),
      address: address && maskText(address.replace(/\s+/g, ' ')),
      place: place.place,
      ...hours,
      jurisdiction: read('jurisdiction'),
    });
  }
  return { posts, refused };
}

/** Null for hours that cannot be read or of which one half is missing. */
function readHoursOf(
  read: (field: string) => string | null,
): Pick<CheckedPost, 'openAroundTheClock' | 'hours'> | null {
  if (/^(1|y|yes|true|是|24小时)$/i.test(read('aroundTheClock') ?? ''))
    return { openAroundTheClock: true, hours: null };
  const [hours, opens, closes] = [read('hours'), read('opens'), read('closes')];
  if (hours === null && opens === null && closes === null) return { openAroundTheClock: false, hours: null };
  const span =
    hours !== null ? readHours(hours) : opens !== null && closes !== null ? spanBetween(opens, closes) : null;
  if (span === null) return null;
  return span === 'ALWAYS'
    ? { openAroundTheClock: true, hours: null }
    : { openAroundTheClock: false, hours: span };
}

const isFarAwayFrom = (place: [number, number] | null, county: Box) =>
  place !== null && isFarAway(place, county);
