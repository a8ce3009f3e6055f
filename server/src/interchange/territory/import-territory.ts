import { setSetting } from '../../county/county.service.js';
import { localViewer, type Database, type Session } from '../../database/index.js';
import { ensurePartition } from '../../database/partitions.js';
import { Refusal } from '../../errors.js';
import { recordEvent } from '../../events/record-event.js';
import {
  dissolveAgain,
  storeCountyIdentity,
  storeDissolvedCounty,
  storeTerritory,
  type NewTerritory,
} from '../../territory/store-territory.js';
import { bumpRevision } from '../../tiles/revision.js';
import { finishRun, inOrder, outcomeOf, recordRun, stopIfAsked } from '../import-run.js';
import { inspectFile } from '../read/inspect-file.js';
import { readSource } from '../read/read-source.js';
import type { ImportOptions, ImportReport } from '../report/import-report.js';
import type { RowRefusal } from '../report/row-refusal.js';
import { findCountyFrame, type CountyFrame } from '../values/county-frame.js';
import { instantReader, isTimeZone } from '../values/instants.js';
import { requireNearCounty } from '../values/plausible.js';
import { findSystem } from '../values/systems.js';
import {
  checkTerritory,
  cornersOf,
  mapTerritoryColumns,
  type CheckedArea,
  type RepeatedCodes,
} from './check-territory.js';
import { derivedTerritories, rememberDerived } from './derived.js';
import { LEVELS, type LevelName } from './levels.js';
import { loadParents } from './parents.js';
import { repairAreas, requireTolerance } from './repair-areas.js';
import { findTilingProblems } from './tiling.js';

export interface TerritoryImportOptions extends ImportOptions {
  level: LevelName;
  /** Parents that are not there yet are made at this level. */
  parentLevel?: LevelName | undefined;
  repeatedCodes?: RepeatedCodes | undefined;
  validFrom?: string | undefined;
  countyName?: string | undefined;
  countyCode?: string | undefined;
  timeZone?: string | undefined;
  /** Makes a true tiling of the file's areas: borders nearer than so many metres become one. */
  repairToleranceMetres?: number | undefined;
}

const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** Takes in the boundaries of one level. @throws Refusal when the file as a whole cannot be taken */
export async function importTerritory(
  open: () => Promise<Database>,
  path: string,
  options: TerritoryImportOptions,
): Promise<ImportReport> {
  const started = performance.now();
  const file = inspectFile(path, ['GeoJSON', 'Shapefile']);
  const source = readSource(file, options);
  const names = options.level === 'county' ? { code: options.countyCode, name: options.countyName } : {};
  const mapping = mapTerritoryColumns(source, options.columns ?? {}, names);
  requireSoundOptions(options);
  const opening = performance.now();
  const database = await open();
  const waited = performance.now() - opening;
  const plan = await database.read(localViewer, async (session) => {
    const county = await findCountyFrame(session);
    const system = await findSystem(
      session,
      options.crs,
      source.declaredSystem,
      'wgs84',
      options.latitudeFirst ?? false,
    );
    const { areas, refused } = checkTerritory(
      source,
      mapping,
      system,
      options.repeatedCodes ?? 'refuse',
      county?.box ?? null,
      names,
      options.repairToleranceMetres !== undefined,
    );
    requireNearCounty(cornersOf(areas), county?.box ?? null, system);
    requireCountyKnown(options, county, areas.length);
    const taken = await refuseTakenCodes(session, areas, options.level, refused);
    const { good, missing } = await linkParents(session, taken, options, refused);
    if (options.repairToleranceMetres !== undefined) {
      const { sound, notes, lost } = repairAreas(good, options.repairToleranceMetres);
      return { county, system, refused: inOrder([...refused, ...lost]), good: sound, missing, notes };
    }
    const notes = LEVELS[options.level].leaf ? await findTilingProblems(session, good) : [];
    return { county, system, refused: inOrder(refused), good, missing, notes };
  });
  const { county, system, good, refused, missing } = plan;
  const notes = plan.notes;
  if (file.misnamed) notes.unshift({ message: 'importMisnamed', parameters: { format: file.format } });
  const features = source.records.length - refused.length;
  if (features > good.length && options.repeatedCodes === 'merge')
    notes.push({ message: 'importMerged', parameters: { features, territories: good.length } });
  if (missing.length > 0) notes.push({ message: 'importParentsMade', parameters: { count: missing.length } });
  const outcome = outcomeOf(options, refused.length, good.length);
  if (outcome === 'written') {
    stopIfAsked(options);
    await ensurePartition(database, 'event', new Date());
    await database.write(localViewer, (session) =>
      store(session, good, missing, county, options, file.name, refused.length),
    );
  }
  return {
    kind: 'territory',
    fileName: file.name,
    format: source.format,
    encoding: source.encoding,
    system,
    timeZone: null,
    mapped: mapping.mapped,
    dropped: source.dropped,
    read: source.records.length,
    taken: outcome === 'refused' ? 0 : features,
    refused,
    notes,
    outcome,
    seconds: (performance.now() - started - waited) / 1000,
  };
}

function requireSoundOptions(options: TerritoryImportOptions): void {
  const { level, parentLevel, timeZone, validFrom } = options;
  if (options.repairToleranceMetres !== undefined) requireTolerance(options.repairToleranceMetres);
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new Refusal('BAD_USER_INPUT', 'importTimeZoneUnknown', { name: timeZone });
  if (parentLevel && (LEVELS[parentLevel].partition !== LEVELS[level].partition || LEVELS[parentLevel].leaf))
    throw new Refusal('BAD_USER_INPUT', 'importParentLevel', { level, parentLevel });
  if (validFrom !== undefined && !instantReader(timeZone ?? DEFAULT_TIME_ZONE)(validFrom))
    throw new Refusal('BAD_USER_INPUT', 'importValidFrom', { text: validFrom.slice(0, 40) });
}

function requireCountyKnown(
  options: TerritoryImportOptions,
  county: CountyFrame | undefined,
  areas: number,
): void {
  if (options.level === 'county') {
    if (county) throw new Refusal('CONFLICT', 'importCountyThere', { name: county.name });
    if (areas > 1) throw new Refusal('BAD_USER_INPUT', 'importCountiesMany', { count: areas });
  } else if (!county && (!options.countyName || !options.countyCode))
    throw new Refusal('BAD_USER_INPUT', 'importCountyUnnamed');
}

async function refuseTakenCodes(
  session: Session,
  areas: CheckedArea[],
  level: LevelName,
  refused: RowRefusal[],
): Promise<CheckedArea[]> {
  const rows = await session.query<{ code: string }>(
    'SELECT code FROM territory WHERE partition = $1::territory_partition AND code = ANY($2::text[])',
    [LEVELS[level].partition, areas.map(({ code }) => code)],
  );
  const there = new Set(rows.map(({ code }) => code));
  return areas.filter(({ code, line, feature }) => {
    if (there.has(code))
      refused.push({ line, feature, field: 'code', reason: 'rowCodeTaken', parameters: { code } });
    return !there.has(code);
  });
}

/** Turns parent columns into codes of territories that are there, or will be. */
async function linkParents(
  session: Session,
  areas: CheckedArea[],
  options: TerritoryImportOptions,
  refused: RowRefusal[],
) {
  const { partition } = LEVELS[options.level];
  const parents = await loadParents(session, partition, areas);
  const missing = new Map<string, string>();
  const good = areas.filter((area) => {
    if (area.parentCode === null) return true;
    const found = parents.find(area);
    if (found !== undefined) area.parentCode = found;
    else if (options.parentLevel)
      missing.set(area.parentCode, missing.get(area.parentCode) ?? area.parentName ?? area.parentCode);
    else {
      refused.push({
        line: area.line,
        feature: area.feature,
        field: 'parent',
        reason: 'rowParentUnknown',
        parameters: { code: area.parentCode.slice(0, 40) },
      });
      return false;
    }
    return true;
  });
  return { good, missing: [...missing].map(([code, name]) => ({ code, name })) };
}

async function store(
  session: Session,
  areas: CheckedArea[],
  missing: { code: string; name: string }[],
  county: CountyFrame | undefined,
  options: TerritoryImportOptions,
  fileName: string,
  refused: number,
): Promise<void> {
  const { level, partition } = LEVELS[options.level];
  const run = await recordRun(session, 'territory', fileName);
  const existing = await session.query<{ id: string; partition: string; code: string; level: string }>(
    'SELECT id, partition, code, level FROM territory WHERE ended_at IS NULL',
  );
  const newCounty = !county && level !== 'COUNTY';
  const countyId = newCounty ? await storeCountyIdentity(session, options.countyCode!) : county?.id;
  const ids = new Map(existing.map((row) => [`${row.partition} ${row.code}`, row.id]));
  const countyCode = newCounty ? options.countyCode! : county?.code;
  if (newCounty) ids.set(`SOCIAL ${countyCode}`, countyId!);
  const bureaus = existing.filter((row) => row.level === 'COUNTY_BUREAU');
  // A social level without a stated parent hangs on the county, a police one on the bureau, if there is one.
  const top =
    partition === 'SOCIAL'
      ? countyCode
      : level !== 'COUNTY_BUREAU' && bureaus.length === 1
        ? bureaus[0]!.code
        : undefined;
  const parentOf = (code: string | null) => (level === 'COUNTY' ? null : (code ?? top ?? null));
  const territories: NewTerritory[] = areas.map((area) => ({
    ...area,
    partition,
    level,
    parentCode: parentOf(area.parentCode),
  }));
  const parentLevel = options.parentLevel && LEVELS[options.parentLevel].level;
  for (const { code, name } of missing)
    territories.push({ code, name, partition, level: parentLevel!, parentCode: top ?? null });
  const origin = { validFrom: await validFromOf(session, options, county?.timeZone) };
  const stored = await storeTerritory(
    session,
    territories,
    origin,
    countyId === undefined ? undefined : { countyId, ids },
  );
  if (newCounty) await storeDissolvedCounty(session, stored.countyId, options.countyName!, origin);
  if (!county && options.timeZone) await setSetting(session, 'county.timeZone', options.timeZone);
  await keepDerived(session, stored, territories, missing, newCounty);
  await recordEvent(session, {
    topic: 'BOUNDARY',
    subjectId: stored.countyId,
    countyId: stored.countyId,
    bulk: true,
  });
  await bumpRevision(session, 'territory');
  await finishRun(session, run, areas.length, refused);
}

/** Upper levels that were dissolved, not given, follow when something is added below them. */
async function keepDerived(
  session: Session,
  stored: Awaited<ReturnType<typeof storeTerritory>>,
  territories: NewTerritory[],
  missing: { code: string }[],
  newCounty: boolean,
): Promise<void> {
  const before = await derivedTerritories(session);
  const parents = new Set(
    territories.map(({ partition, parentCode }) =>
      parentCode === null ? '' : stored.idOf(partition, parentCode),
    ),
  );
  const stale = before.filter((id) => id === stored.countyId || parents.has(id));
  if (stale.length > 0) await dissolveAgain(session, stale);
  const made = missing.map(({ code }) => stored.idOf(territories[0]!.partition, code));
  if (newCounty || made.length > 0)
    await rememberDerived(session, [...before, ...made, ...(newCounty ? [stored.countyId] : [])]);
}

async function validFromOf(
  session: Session,
  options: TerritoryImportOptions,
  timeZone: string | undefined,
): Promise<Date | null> {
  if (options.validFrom !== undefined) {
    const zone = options.timeZone ?? timeZone ?? DEFAULT_TIME_ZONE;
    return new Date(instantReader(zone)(options.validFrom)!.at);
  }
  const [row] = await session.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT FROM territory_version WHERE level = $1::territory_level) AS any',
    [LEVELS[options.level].level],
  );
  return row!.any ? new Date() : null;
}
