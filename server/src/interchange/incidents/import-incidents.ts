import { localViewer, type Database, type Session } from '../../database/index.js';
import { ensurePartition } from '../../database/partitions.js';
import { Refusal } from '../../errors.js';
import { recordEvent } from '../../events/record-event.js';
import { storeIncidents } from '../../incidents/store-incidents.js';
import { GridFinder, loadLeafVersions } from '../../territory/grid-finder.js';
import { bumpRevision } from '../../tiles/revision.js';
import { finishRun, inOrder, outcomeOf, recordRun, stopIfAsked } from '../import-run.js';
import { inspectFile } from '../read/inspect-file.js';
import { readSource } from '../read/read-source.js';
import type { ImportOptions, ImportReport } from '../report/import-report.js';
import { placeName, type Note, type RowRefusal } from '../report/row-refusal.js';
import { findCountyFrame, type CountyFrame } from '../values/county-frame.js';
import { isTimeZone } from '../values/instants.js';
import { isFarAway, requireNearCounty } from '../values/plausible.js';
import { findSystem } from '../values/systems.js';
import { checkIncidents, mapIncidentColumns, type CheckedIncident } from './check-incidents.js';
import { readKindMap } from './kind-map-file.js';
import { KindMapper, type KindEntry } from './kind-mapper.js';

export interface IncidentsImportOptions extends ImportOptions {
  /** IANA zone of times without an offset; the county's by default. */
  timeZone?: string | undefined;
  dateFormat?: string | undefined;
  midnightIsDate?: boolean | undefined;
  /** File that translates kinds. */
  kindMap?: string | undefined;
  now?: Date | undefined;
}

const CHUNK = 2000;

/** Takes in incidents of the past. @throws Refusal when the file as a whole cannot be taken */
export async function importIncidents(
  open: () => Promise<Database>,
  path: string,
  options: IncidentsImportOptions,
): Promise<ImportReport> {
  const started = performance.now();
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone))
    throw new Refusal('BAD_USER_INPUT', 'importTimeZoneUnknown', { name: options.timeZone });
  const file = inspectFile(path, ['CSV', 'GeoJSON']);
  const translations =
    options.kindMap === undefined ? new Map<string, string>() : readKindMap(options.kindMap);
  const source = readSource(file, options);
  const mapping = mapIncidentColumns(source, options.columns ?? {});
  const opening = performance.now();
  const database = await open();
  const waited = performance.now() - opening;
  const { county, kinds, finder } = await database.read(localViewer, loadContext);
  const timeZone = options.timeZone ?? county.timeZone;
  const { readers } = mapping;
  const located = source.hasGeometry || (readers.has('longitude') && readers.has('latitude'));
  const system = located
    ? await database.read(localViewer, (session) =>
        findSystem(
          session,
          options.crs,
          source.declaredSystem,
          source.hasGeometry ? 'wgs84' : null,
          options.latitudeFirst ?? false,
        ),
      )
    : null;
  const mapper = new KindMapper(kinds, translations);
  const checked = checkIncidents(
    source,
    mapping,
    {
      system,
      timeZone,
      dateFormat: options.dateFormat,
      midnightIsDate: options.midnightIsDate ?? false,
      kinds: mapper,
      county: null,
      now: (options.now ?? new Date()).getTime(),
    },
    (done) => options.progress?.('check', done, source.records.length),
  );
  if (system) requireNearCounty(placesOf(checked.incidents), county.box, system);
  const refused = [...checked.refused];
  const near = refuseFar(checked.incidents, county, refused);
  const good = await database.read(localViewer, (session) => refuseTaken(session, near, refused));
  inOrder(refused);
  const notes = [...checked.notes, ...notesOn(good, finder, mapper)];
  if (file.misnamed) notes.unshift({ message: 'importMisnamed', parameters: { format: file.format } });
  const outcome = outcomeOf(options, refused.length, good.length);
  if (outcome === 'written') {
    for (const month of monthsOf(good)) await ensurePartition(database, 'incident', month);
    await ensurePartition(database, 'event', new Date());
    await database.write(localViewer, (session) =>
      store(session, good, mapper, finder, county, file.name, refused.length, options),
    );
  }
  return {
    kind: 'incidents',
    fileName: file.name,
    format: source.format,
    encoding: source.encoding,
    system,
    timeZone,
    mapped: mapping.mapped,
    dropped: source.dropped,
    read: source.records.length,
    taken: outcome === 'refused' ? 0 : good.length,
    refused,
    notes,
    outcome,
    seconds: (performance.now() - started - waited) / 1000,
  };
}

async function loadContext(session: Session) {
  const county = await findCountyFrame(session);
  if (!county) throw new Refusal('NOT_FOUND', 'countyMissing');
  const kinds = await session.query<KindEntry>(
    `SELECT code, name, name_en AS "nameEn", category, priority, sensitivity, police_matter AS "policeMatter" FROM incident_kind`,
  );
  return { county, kinds, finder: new GridFinder(await loadLeafVersions(session)) };
}

const placesOf = (incidents: CheckedIncident[]): [number, number][] =>
  incidents.flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [[longitude, latitude]],
  );

function refuseFar(
  incidents: CheckedIncident[],
  { box }: CountyFrame,
  refused: RowRefusal[],
): CheckedIncident[] {
  const isInBox = (x: number, y: number) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  return incidents.filter(({ longitude, latitude, line, feature }) => {
    if (longitude === null || latitude === null || isInBox(longitude, latitude)) return true;
    const far = isFarAway([longitude, latitude], box);
    if (far) refused.push({ line, feature, field: 'place', reason: 'rowFarAway', parameters: {} });
    return !far;
  });
}

async function refuseTaken(
  session: Session,
  incidents: CheckedIncident[],
  refused: RowRefusal[],
): Promise<CheckedIncident[]> {
  const rows = await session.query<{ number: string }>(
    'SELECT i.number FROM incident_identity i JOIN unnest($1::text[]) AS t (number) ON t.number = i.number',
    [incidents.map(({ number }) => number)],
  );
  if (rows.length === 0) return incidents;
  const there = new Set(rows.map(({ number }) => number));
  return incidents.filter(({ number, line, feature }) => {
    if (there.has(number))
      refused.push({ line, feature, field: 'number', reason: 'rowNumberTaken', parameters: {} });
    return !there.has(number);
  });
}

function notesOn(incidents: CheckedIncident[], finder: GridFinder, mapper: KindMapper): Note[] {
  const notes: Note[] = [];
  const outside = incidents.filter((incident) => {
    const { longitude, latitude, occurredAt } = incident;
    if (longitude === null || latitude === null) return false;
    const place = [longitude, latitude];
    const social = finder.find('SOCIAL', place, occurredAt)?.versionId ?? null;
    const police = finder.find('POLICE', place, occurredAt)?.versionId ?? null;
    // Kept for storing, which would have to ask again.
    incident.versions = { social, police };
    return !social && !police;
  });
  if (outside.length > 0)
    notes.push({
      message: 'importOutsideGrids',
      parameters: { count: outside.length, lines: outside.slice(0, 5).map(placeName).join(', ') },
    });
  const used = new Set(incidents.map(({ kind }) => kind));
  const added = [...mapper.added.keys()].filter((code) => used.has(code));
  if (added.length > 0)
    notes.push({ message: 'importKindsAdded', parameters: { count: added.length, kinds: added.join(', ') } });
  return notes;
}

function monthsOf(incidents: CheckedIncident[]): Date[] {
  const months = new Map<string, Date>();
  for (const { reportedAt } of incidents) {
    const date = new Date(reportedAt);
    const key = `${date.getUTCFullYear()} ${date.getUTCMonth()}`;
    if (!months.has(key)) months.set(key, date);
  }
  return [...months.values()];
}

async function store(
  session: Session,
  incidents: CheckedIncident[],
  mapper: KindMapper,
  finder: GridFinder,
  county: CountyFrame,
  fileName: string,
  refused: number,
  options: IncidentsImportOptions,
): Promise<void> {
  const importRunId = await recordRun(session, 'incidents', fileName);
  const used = new Set(incidents.map(({ kind }) => kind));
  await storeKinds(
    session,
    [...mapper.added.values()].filter(({ code }) => used.has(code)),
  );
  // By time, so that the indexes grow at their end.
  incidents.sort((a, b) => a.reportedAt - b.reportedAt);
  const origin = { county, simulated: false, importRunId };
  // While the database stores one chunk (a single statement, so the order of their sending holds), the next is prepared.
  let before = Promise.resolve();
  for (let i = 0; i < incidents.length; i += CHUNK) {
    const chunk = storeIncidents(session, incidents.slice(i, i + CHUNK), finder, origin);
    // Looked at below; until then a failure must not count as unhandled.
    chunk.catch(() => undefined);
    await before;
    before = chunk;
    stopIfAsked(options);
    options.progress?.('store', i, incidents.length);
  }
  await before;
  stopIfAsked(options);
  await recordEvent(session, { topic: 'INCIDENT', subjectId: importRunId, countyId: county.id, bulk: true });
  await bumpRevision(session, 'incidents');
  await finishRun(session, importRunId, incidents.length, refused);
}

async function storeKinds(session: Session, kinds: KindEntry[]): Promise<void> {
  if (kinds.length === 0) return;
  await session.execute(
    `INSERT INTO incident_kind (code, name, name_en, category, priority, sensitivity, police_matter)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::incident_category[], $5::smallint[], $6::sensitivity[], $7::boolean[])
     ON CONFLICT (code) DO NOTHING`,
    [
      kinds.map(({ code }) => code),
      kinds.map(({ name }) => name),
      kinds.map(({ nameEn }) => nameEn),
      kinds.map(({ category }) => category),
      kinds.map(({ priority }) => priority),
      kinds.map(({ sensitivity }) => sensitivity),
      kinds.map(({ policeMatter }) => policeMatter),
    ],
  );
}
