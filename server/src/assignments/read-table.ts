import { parse } from 'csv-parse/sync';
import { Refusal } from '../errors.js';
import { isIdentityColumn } from '../interchange/read/identity-columns.js';
import { MAX_ROWS } from './limits.js';

const MAX_BYTES = 1_000_000;
const MAX_COLUMNS = 100;

export const columnNames = [
  'gridCode',
  'gridName',
  'station',
  'office',
  'liaisonStation',
  'officers',
  'auxiliaries',
  'leads',
  'workers',
  'households',
  'source',
  'asOf',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Headings as spreadsheets have them, without spaces and punctuation, in lower case. */
const HEADINGS: Record<ColumnName, string[]> = {
  gridCode: '网格编码 网格代码 网格编号 警格编码 警格代码 警格编号 编码 代码 gridcode code'.split(' '),
  gridName: '网格名称 网格 警格名称 警格 名称 gridname grid name'.split(' '),
  station: '派出所 所属派出所 管辖派出所 station policestation'.split(' '),
  office: '警务室 社区警务室 所属警务室 office policeoffice'.split(' '),
  liaisonStation: '联勤警务站 联勤站 警务站 liaisonstation'.split(' '),
  officers: '民警 社区民警 officers officer'.split(' '),
  auxiliaries: '辅警 社区辅警 auxiliaries auxiliary'.split(' '),
  leads: '网格长 gridleads gridlead leads lead'.split(' '),
  workers: '网格员 专职网格员 gridworkers gridworker workers worker'.split(' '),
  households: '户数 总户数 常住户数 住户数 households'.split(' '),
  source: '来源 数据来源 source'.split(' '),
  asOf: '日期 数据日期 统计日期 截至日期 统计时间 asof date'.split(' '),
};
/** Numbers of lines say nothing, and need no remark. */
const IGNORED = ['序号', 'no', '#'];
const STAFF: ReadonlySet<string> = new Set(['officers', 'auxiliaries', 'leads', 'workers']);

export interface TableRow {
  /** Line of the text, from 1. */
  line: number;
  /** Trimmed, digits as ASCII; blank cells are left out. */
  cells: Partial<Record<ColumnName, string>>;
}

export interface Table {
  rows: TableRow[];
  droppedColumns: string[];
  unknownColumns: string[];
}

/**
 * Reads what was copied from a spreadsheet: a heading, then one line per grid. Columns about persons are left unread, and
 * so is a column of staff that holds names instead of counts.
 * @throws Refusal LIMIT_EXCEEDED beyond a megabyte or 5,000 lines; BAD_USER_INPUT where no grid can be told
 */
export function readTable(text: string): Table {
  if (Buffer.byteLength(text) > MAX_BYTES) throw new Refusal('LIMIT_EXCEEDED', 'pasteTooBig');
  const [heading, ...lines] = split(text).filter(({ record }) => record.some((cell) => clean(cell) !== ''));
  if (!heading || lines.length === 0) throw new Refusal('BAD_USER_INPUT', 'pasteEmpty');
  if (lines.length > MAX_ROWS) throw new Refusal('LIMIT_EXCEEDED', 'pasteTooLong', { max: MAX_ROWS });
  const columns = new Map<ColumnName, number>();
  const droppedColumns: string[] = [];
  const unknownColumns: string[] = [];
  heading.record.slice(0, MAX_COLUMNS).forEach((cell, index) => {
    const name = clean(cell);
    const column = columnOf(name);
    const holdsNames = column && STAFF.has(column) && !holdsCounts(lines.map(({ record }) => record[index]));
    if (holdsNames || (!column && isIdentityColumn(name))) droppedColumns.push(name.slice(0, 40));
    else if (column && !columns.has(column)) columns.set(column, index);
    else if (name !== '' && !IGNORED.includes(plain(name))) unknownColumns.push(name.slice(0, 40));
  });
  if (!columns.has('gridCode') && !columns.has('gridName'))
    throw new Refusal('BAD_USER_INPUT', 'pasteNoGrid');
  if ([...columns.keys()].every((name) => ['gridCode', 'gridName', 'source', 'asOf'].includes(name)))
    throw new Refusal('BAD_USER_INPUT', 'pasteNothing');
  const rows = lines.map(({ record, line }) => ({
    line,
    cells: Object.fromEntries(
      [...columns]
        .map(([name, index]) => [name, clean(record[index] ?? '')] as const)
        .filter(([, cell]) => cell !== ''),
    ),
  }));
  return { rows, droppedColumns, unknownColumns };
}

/** A count as people write it: 2, ２, 2人, 2 名. @returns undefined for anything else */
export function readCount(cell: string): number | undefined {
  const match = /^(\d{1,9})\s*[人名个户]?$/.exec(cell.replace(/,(?=\d{3}\b)/g, ''));
  return match ? Number(match[1]) : undefined;
}

/** One slip of the pen does not make a column one of names. */
function holdsCounts(cells: (string | undefined)[]): boolean {
  const filled = cells.map((cell) => clean(cell ?? '')).filter((cell) => cell !== '');
  return 2 * filled.filter((cell) => readCount(cell) !== undefined).length >= filled.length;
}

function columnOf(heading: string): ColumnName | undefined {
  const wanted = plain(heading);
  const counted = wanted.replace(/(人数|数量|数|count|number)$/, '');
  return (
    columnNames.find((name) => HEADINGS[name].includes(wanted)) ??
    columnNames.find((name) => STAFF.has(name) && HEADINGS[name].includes(counted))
  );
}

const plain = (heading: string) => heading.toLowerCase().replace(/\(.*\)$|[\s_\-.·:：/]/g, '');

/** Full-width letters and digits as ASCII, no space around. An apostrophe in front is how Excel marks text. */
export const clean = (cell: string) => cell.normalize('NFKC').trim().replace(/^'/, '');

interface Line {
  record: string[];
  line: number;
}

function split(text: string): Line[] {
  const first = text.split(/\r?\n|\r/, 50).find((line) => line.trim() !== '') ?? '';
  const delimiter = ['\t', ',', '，', ';', '；', '|'].find((sign) => first.includes(sign)) ?? ',';
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
    to: MAX_ROWS + 1000,
  } as const;
  type Parsed = { record: string[]; info: { lines: number } }[];
  const toLines = (parsed: Parsed) => parsed.map(({ record, info }) => ({ record, line: info.lines }));
  try {
    return toLines(parse(text, options) as unknown as Parsed);
  } catch {
    // A quotation mark that stands for itself: inches, or a name in quotes.
    return toLines(parse(text, { ...options, quote: null }) as unknown as Parsed);
  }
}
