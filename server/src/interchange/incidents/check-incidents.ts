import type { Arrival, BulkIncident } from '../../incidents/store-incidents.js';
import { placeName, type Note, type RowFault, type RowRefusal } from '../report/row-refusal.js';
import type { Source, SourceRecord } from '../read/source.js';
import { mapColumns, type CellReader, type Field, type Mapping } from '../values/columns.js';
import { readFreeText } from '../values/free-text.js';
import { instantReader, type ReadInstant } from '../values/instants.js';
import { readPlace } from '../values/places.js';
import { isFarAway, type Box } from '../values/plausible.js';
import type { SourceSystem } from '../values/systems.js';
import type { KindMapper } from './kind-mapper.js';

export interface CheckedIncident extends BulkIncident {
  line: number;
  feature: number | null;
  /** Whether the time of report is known to the minute. */
  timedReport: boolean;
}

type Times = Pick<CheckedIncident, 'occurredAt' | 'reportedAt' | 'occurredPrecision' | 'timedReport'>;

const FIELDS: Field[] = [
  {
    name: 'number',
    required: true,
    guesses: [
      'number',
      'incident number',
      'case number',
      '警情编号',
      '接警编号',
      '事件编号',
      '工单编号',
      '编号',
      'id',
    ],
  },
  {
    name: 'kind',
    required: true,
    guesses: [
      'kind',
      'primary type',
      '警情类别',
      '报警类别',
      '事件类别',
      '类别',
      '类型',
      'category',
      'type',
      'offense',
    ],
  },
  {
    name: 'occurred',
    guesses: [
      'occurred',
      'occurred at',
      '案发时间',
      '发生时间',
      '发案时间',
      '事发时间',
      'date',
      'datetime',
      'time',
      '时间',
      '日期',
    ],
  },
  {
    name: 'reported',
    guesses: ['reported', 'reported at', '报警时间', '接警时间', '上报时间', '受理时间', 'date reported'],
  },
  { name: 'dispatched', guesses: ['dispatched', 'dispatched at', '派警时间', '派单时间', '出警时间'] },
  {
    name: 'arrived',
    guesses: ['arrived', 'arrived at', 'on scene', '到达时间', '到场时间', '到达现场时间', '到现场时间'],
  },
  { name: 'longitude', guesses: ['longitude', 'lon', 'lng', 'long', '经度', 'x'] },
  { name: 'latitude', guesses: ['latitude', 'lat', '纬度', 'y'] },
  {
    name: 'address',
    guesses: [
      'address',
      'block',
      'location address',
      '地址',
      '案发地址',
      '发生地址',
      '发生地点',
      '案发地点',
      '地点',
    ],
  },
  {
    name: 'description',
    guesses: ['description', '简要警情', '警情内容', '报警内容', '内容', '描述', '摘要'],
  },
  { name: 'sensitive', guesses: ['sensitive', 'domestic', '敏感', '是否敏感'] },
];

const LONGEST_NUMBER = 60;
const LONGEST_TEXT = 4000;
const EARLIEST = Date.UTC(1970, 0, 2);
const AHEAD_MS = 5 * 60_000;

export const mapIncidentColumns = (source: Source, given: Record<string, string | undefined>): Mapping =>
  mapColumns(source, FIELDS, given);

export interface IncidentRules {
  system: SourceSystem | null;
  timeZone: string;
  dateFormat?: string | undefined;
  /** Exactly midnight means that only the day is known. */
  midnightIsDate: boolean;
  kinds: KindMapper;
  /** Null: anywhere on earth, before the county is known to fit. */
  county: Box | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** Checks the rows of an incidents file, each by itself and its number against the others. */
export function checkIncidents(
  source: Source,
  { readers }: Mapping,
  rules: IncidentRules,
  tick: (done: number) => void = () => undefined,
): { incidents: CheckedIncident[]; refused: RowRefusal[]; notes: Note[] } {
  const checker = new IncidentChecker(readers, rules);
  source.records.forEach((record, i) => {
    if (i % 1000 === 0) tick(i);
    checker.check(record);
  });
  return checker.finish();
}

class IncidentChecker {
  private readonly incidents: CheckedIncident[] = [];
  private readonly refused: RowRefusal[] = [];
  private readonly timeless: CheckedIncident[] = [];
  private readonly firstWith = new Map<string, SourceRecord>();
  private readonly readInstant: (text: string) => ReadInstant | null;
  private readonly isMidnight: (at: number) => boolean;
  private placeless = 0;
  private dateOnly = 0;
  private midnights = 0;
  private latest = -Infinity;

  constructor(
    private readonly readers: Mapping['readers'],
    private readonly rules: IncidentRules,
  ) {
    this.readInstant = instantReader(rules.timeZone, rules.dateFormat);
    this.isMidnight = midnightTest(rules.timeZone);
  }

  check(record: SourceRecord): void {
    const incident = this.read(record);
    if ('reason' in incident) {
      const { reason, parameters, field } = incident;
      this.refused.push({ line: record.line, feature: record.feature, field, reason, parameters });
      return;
    }
    this.firstWith.set(incident.number, record);
    this.incidents.push(incident);
    if (incident.longitude === null) this.placeless++;
    if (incident.occurredPrecision === 'UNKNOWN' && Number.isNaN(incident.reportedAt))
      this.timeless.push(incident);
    else this.latest = Math.max(this.latest, incident.reportedAt);
  }

  finish() {
    this.settleTimeless();
    this.settleMidnights();
    const unmeasured = this.dropUnmeasured();
    const notes: Note[] = [];
    const add = (message: Note['message'], count: number, parameters = {}) =>
      count > 0 && notes.push({ message, parameters: { count, ...parameters } });
    add('importPlaceMissing', this.placeless, {
      lines: this.linesWhere(({ longitude }) => longitude === null),
    });
    add('importTimeMissing', this.timeless.length, { lines: firstLines(this.timeless) });
    add('importDateOnly', this.dateOnly);
    add('importArrivalsDropped', unmeasured.length, { lines: firstLines(unmeasured) });
    if (!this.rules.midnightIsDate && this.midnights < this.incidents.length)
      add('importMidnights', this.midnights);
    return { incidents: this.incidents, refused: this.refused, notes };
  }

  private read(record: SourceRecord): CheckedIncident | (RowFault & { field: string }) {
    const cell = (field: string) => read(this.readers.get(field), record);
    const number = cell('number');
    if (number === null) return fault('number', 'rowCodeMissing');
    if (number.length > LONGEST_NUMBER) return fault('number', 'rowTextTooLong', { max: LONGEST_NUMBER });
    const first = this.firstWith.get(number);
    if (first !== undefined) return fault('number', 'rowNumberTwice', { line: placeName(first) });
    const kindText = cell('kind');
    if (kindText === null) return fault('kind', 'rowKindMissing');
    const kind = this.rules.kinds.find(kindText, TRUE.test(cell('sensitive') ?? ''));
    if (kind === 'refused') return fault('kind', 'rowKindRefused');
    const times = this.readTimes(cell('occurred'), cell('reported'));
    if ('reason' in times) return times;
    const arrival = this.readArrival(cell('dispatched'), cell('arrived'), times);
    if (arrival && 'reason' in arrival) return arrival;
    const { system, county } = this.rules;
    const read_ = system
      ? readPlace(record, this.readers.get('longitude'), this.readers.get('latitude'), system)
      : { place: null };
    if ('fault' in read_) return { field: 'place', ...read_.fault };
    const { place } = read_;
    if (place && isFarAway(place, county)) return fault('place', 'rowFarAway');
    const address = readFreeText(cell('address'));
    const description = readFreeText(cell('description'));
    if ((address?.length ?? 0) > LONGEST_TEXT || (description?.length ?? 0) > LONGEST_TEXT)
      return fault('description', 'rowTextTooLong', { max: LONGEST_TEXT });
    return {
      line: record.line,
      feature: record.feature,
      number,
      kind: kind.code,
      sensitivity: kind.sensitivity,
      source: 'IMPORT',
      status: 'CLOSED',
      priority: kind.priority,
      ...times,
      arrival,
      longitude: place && place[0],
      latitude: place && place[1],
      address,
      description,
    };
  }

  private readTimes(
    occurredText: string | null,
    reportedText: string | null,
  ): Times | (RowFault & { field: string }) {
    const occurred = occurredText === null ? null : this.readInstant(occurredText);
    const reported = reportedText === null ? null : this.readInstant(reportedText);
    if (occurredText !== null && !occurred)
      return fault('occurred', 'rowTimeMalformed', { text: shown(occurredText) });
    if (reportedText !== null && !reported)
      return fault('reported', 'rowTimeMalformed', { text: shown(reportedText) });
    for (const [field, time] of [
      ['occurred', occurred],
      ['reported', reported],
    ] as const)
      if (time && (time.at < EARLIEST || time.at > this.rules.now + AHEAD_MS))
        return fault(field, 'rowTimeImplausible');
    const timedReport = (reported ?? occurred)?.precision === 'INSTANT';
    if (!occurred) {
      const at = reported?.at ?? NaN;
      return { occurredAt: at, reportedAt: at, occurredPrecision: 'UNKNOWN', timedReport };
    }
    const midnight = occurred.precision === 'INSTANT' && this.isMidnight(occurred.at);
    if (midnight) this.midnights++;
    const precision = midnight && this.rules.midnightIsDate ? 'DATE' : occurred.precision;
    if (precision === 'DATE') this.dateOnly++;
    const reportedAt = reported?.at ?? occurred.at;
    return { occurredAt: occurred.at, reportedAt, occurredPrecision: precision, timedReport };
  }

  private readArrival(
    dispatchedText: string | null,
    arrivedText: string | null,
    { reportedAt }: Times,
  ): Arrival | null | (RowFault & { field: string }) {
    if (arrivedText === null) return null;
    const arrived = this.readInstant(arrivedText);
    if (!arrived) return fault('arrived', 'rowTimeMalformed', { text: shown(arrivedText) });
    if (arrived.precision === 'DATE') return fault('arrived', 'rowArrivalDateOnly');
    const dispatched = dispatchedText === null ? null : this.readInstant(dispatchedText);
    if (dispatchedText !== null && !dispatched)
      return fault('dispatched', 'rowTimeMalformed', { text: shown(dispatchedText) });
    if (arrived.at > this.rules.now + AHEAD_MS) return fault('arrived', 'rowTimeImplausible');
    if (arrived.at < reportedAt) return fault('arrived', 'rowArrivedBeforeReport');
    const dispatchedAt = dispatched?.precision === 'INSTANT' ? dispatched.at : null;
    if (dispatchedAt !== null && dispatchedAt < reportedAt)
      return fault('dispatched', 'rowDispatchedBeforeReport');
    if (dispatchedAt !== null && dispatchedAt > arrived.at)
      return fault('arrived', 'rowArrivedBeforeDispatch');
    return { dispatchedAt, arrivedAt: arrived.at };
  }

  /** Matters without any date are put at the file's newest: by then they had happened. A file without dates is refused. */
  private settleTimeless(): void {
    if (Number.isFinite(this.latest)) {
      for (const incident of this.timeless) incident.occurredAt = incident.reportedAt = this.latest;
      return;
    }
    for (const { line, feature } of this.timeless.splice(0))
      this.refused.push({ line, feature, field: 'occurred', reason: 'rowTimeMissing', parameters: {} });
    this.incidents.length = 0;
  }

  /** A column that only ever says midnight is a column of days. */
  private settleMidnights(): void {
    const timed = this.incidents.filter(({ occurredPrecision }) => occurredPrecision === 'INSTANT');
    if (this.midnights === 0 || timed.length !== this.midnights) return;
    for (const incident of timed) incident.occurredPrecision = 'DATE';
    this.dateOnly += this.midnights;
    this.midnights = 0;
  }

  /** An arrival is measured from the report: without its time of day it would be hours. */
  private dropUnmeasured(): CheckedIncident[] {
    const unmeasured = this.incidents.filter(
      ({ arrival, timedReport, occurredPrecision, reportedAt, occurredAt }) =>
        arrival && (!timedReport || (occurredPrecision === 'DATE' && reportedAt === occurredAt)),
    );
    for (const incident of unmeasured) incident.arrival = null;
    return unmeasured;
  }

  private linesWhere(test: (incident: CheckedIncident) => boolean): string {
    return firstLines(this.incidents.filter(test));
  }
}

const TRUE = /^(true|t|yes|y|1|是|有|敏感)$/i;

const read = (reader: CellReader | undefined, record: SourceRecord) => (reader ? reader(record) : null);

const fault = (field: string, reason: RowFault['reason'], parameters: RowFault['parameters'] = {}) => ({
  field,
  reason,
  parameters,
});

/** Only what looks like a time is repeated: a column mapped by mistake may hold anything. */
const shown = (text: string) =>
  /^[\d\s:/.,年月日时分秒TZ+-]{1,40}$/.test(text) && !/\d{9}/.test(text) ? text : '…';

const firstLines = (incidents: CheckedIncident[]) => {
  const lines = incidents.slice(0, 5).map(placeName);
  return lines.join(', ') + (incidents.length > 5 ? ' …' : '');
};

const HOUR_MS = 3600_000;

/** Whether an instant is midnight on the wall clock of a zone; asked of the zone only on full hours. */
function midnightTest(timeZone: string): (at: number) => boolean {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
  });
  const known = new Map<number, boolean>();
  return (at) => {
    if (at % (HOUR_MS / 4) !== 0) return false;
    let midnight = known.get(at);
    if (midnight === undefined) known.set(at, (midnight = /^0?0:00/.test(format.format(at))));
    return midnight;
  };
}
