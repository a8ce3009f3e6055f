import {
  dropDataset,
  dropUnpublished,
  openDataset,
  publishDataset,
  storeBaseFeatures,
  type NewBaseFeature,
} from '../../basemap/store-base-features.js';
import { joinLooseEnds } from '@maplebridge/engine/roads/graph/join-loose-ends';
import { linesToGraph } from '@maplebridge/engine/roads/graph/lines-to-graph';
import type { StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';
import { localViewer, type Database } from '../../database/index.js';
import { Refusal } from '../../errors.js';
import { reportOn, type StreetGraphReport } from '../../streets/graph-report.js';
import { storeStreetGraph } from '../../streets/store-graph.js';
import { finishRun, outcomeOf, recordRun, stopIfAsked } from '../import-run.js';
import { inspectFile, type InspectedFile } from '../read/inspect-file.js';
import { readSource } from '../read/read-source.js';
import type { ImportOptions, ImportReport } from '../report/import-report.js';
import type { Note } from '../report/row-refusal.js';
import { findCountyFrame } from '../values/county-frame.js';
import { isFarAway } from '../values/plausible.js';
import { findSystem } from '../values/systems.js';
import { notesOnGraph } from './graph-notes.js';
import { readOsm } from './read-osm.js';
import { mapStreetColumns, readStreetLines } from './read-street-lines.js';

export interface StreetsImportOptions extends ImportOptions {
  /** Of the dataset; a later import of the same name takes its place. The file's name by default. */
  name?: string | undefined;
  attribution?: string | undefined;
}

const isOsm = ({ format }: InspectedFile) => format === 'OSM PBF' || format === 'OSM XML';
/** The layer of streets in an archive of several. */
const STREET_LAYER = /(?<!rail)road|street|highway|道路|公路|路网/i;
/** Ends of centre lines nearer than this to another line are taken to meet it. */
const HAND_METRES = 0.5;
const OSM_ATTRIBUTION = '© OpenStreetMap contributors';
const CHUNK = 2000;

type Plan = Pick<
  ImportReport,
  'format' | 'encoding' | 'system' | 'mapped' | 'dropped' | 'read' | 'refused' | 'notes'
> & {
  features: Iterable<NewBaseFeature>;
  graph: StreetGraph;
  graphReport: StreetGraphReport;
  /** What is known only once all features have been taken. */
  notesAfter: () => Note[];
};

/**
 * Takes in streets, or from OSM files the whole base map, and with them the street graph. Chunks are stored unseen, each in its own short transaction,
 * and shown all at once at the end. @throws Refusal when the file as a whole cannot be taken
 */
export async function importStreets(
  open: () => Promise<Database>,
  path: string,
  options: StreetsImportOptions,
): Promise<ImportReport> {
  const started = performance.now();
  const file = inspectFile(path, ['OSM PBF', 'OSM XML', 'GeoJSON', 'Shapefile']);
  const fromOsm = isOsm(file);
  if (fromOsm && options.crs !== undefined && !/^(wgs-?84|epsg:4326)$/i.test(options.crs))
    throw new Refusal('BAD_USER_INPUT', 'importOsmSystem', { system: options.crs });
  const osm = fromOsm ? await planOsm(file, options) : undefined;
  const opening = performance.now();
  const database = await open();
  const waited = performance.now() - opening;
  const plan = osm ?? (await planLines(database, file, options));
  const { features, notesAfter, graph: _graph, graphReport, ...told } = plan;
  const refused = plan.refused;
  const stop = !fromOsm && outcomeOf(options, refused.length, plan.read - refused.length) === 'refused';
  const tally = { taken: 0, near: 0 };
  const county = await database.read(localViewer, findCountyFrame);
  const counted = countingNear(features, county?.box ?? null, tally);
  if (!stop) {
    if (options.dryRun) for (const _ of counted);
    else await store(database, counted, plan, file, options);
    if (tally.taken === 0) throw new Refusal('BAD_USER_INPUT', 'importNothing', { file: file.name });
  }
  const notes = [...told.notes, ...notesAfter(), ...(stop ? [] : notesOnGraph(graphReport))];
  if (county && tally.taken > 0 && tally.near === 0)
    notes.push({ message: 'importStreetsElsewhere', parameters: { county: county.name } });
  return {
    kind: 'streets',
    fileName: file.name,
    timeZone: null,
    ...told,
    notes,
    read: fromOsm ? tally.taken : told.read,
    taken: stop ? 0 : tally.taken,
    outcome: stop ? 'refused' : options.dryRun ? 'dry-run' : 'written',
    seconds: (performance.now() - started - waited) / 1000,
  };
}

async function planOsm(file: InspectedFile, options: StreetsImportOptions): Promise<Plan> {
  const { base, streets } = await readOsm(file, options);
  const graph = streets.build('');
  const { restrictions, restrictionsUnused, restrictionsConditional } = streets.report;
  return {
    format: file.format,
    encoding: null,
    system: { name: 'wgs84', assumed: false },
    mapped: [],
    dropped: [],
    read: 0,
    refused: [],
    notes: file.misnamed ? [{ message: 'importMisnamed', parameters: { format: file.format } }] : [],
    features: base.features(),
    graph,
    graphReport: reportOn(graph, {
      restrictions: restrictions - restrictionsUnused,
      restrictionsUnused: restrictionsUnused + restrictionsConditional,
    }),
    notesAfter: (): Note[] => {
      const { kept, skipped, cut } = base.report;
      const listed = (counts: Record<string, number>) =>
        Object.entries(counts)
          .filter(([, count]) => count > 0)
          .map(([what, count]) => `${what} ${count}`)
          .join(', ') || '–';
      return [
        { message: 'importOsmKept', parameters: { layers: listed(kept) } },
        { message: 'importOsmSkipped', parameters: { reasons: listed({ ...skipped, cut }) } },
      ];
    },
  };
}

async function planLines(
  database: Database,
  file: InspectedFile,
  options: StreetsImportOptions,
): Promise<Plan> {
  const source = readSource(file, { ...options, layer: STREET_LAYER });
  const mapping = mapStreetColumns(source, options.columns ?? {});
  const system = await database.read(localViewer, (session) =>
    findSystem(session, options.crs, source.declaredSystem, 'wgs84', options.latitudeFirst ?? false),
  );
  const { streets, lines, refused } = readStreetLines(source, mapping, system);
  const met = joinLooseEnds(lines, HAND_METRES);
  const graph = linesToGraph(met.lines, '');
  return {
    format: file.format,
    encoding: source.encoding,
    system,
    mapped: mapping.mapped,
    dropped: source.dropped,
    read: source.records.length,
    refused,
    notes: file.misnamed ? [{ message: 'importMisnamed', parameters: { format: file.format } }] : [],
    features: streets,
    graph,
    graphReport: reportOn(graph),
    notesAfter: () =>
      met.joined > 0
        ? [{ message: 'importEndsJoined', parameters: { count: met.joined, metres: HAND_METRES } }]
        : [],
  };
}

function* countingNear(
  features: Iterable<NewBaseFeature>,
  county: Parameters<typeof isFarAway>[1],
  tally: { taken: number; near: number },
): Generator<NewBaseFeature> {
  for (const feature of features) {
    // One feature in a hundred tells where the file lies.
    if (tally.taken++ % 100 === 0 && !isFarAway(firstPosition(feature), county)) tally.near++;
    yield feature;
  }
}

function firstPosition({ geometry }: NewBaseFeature): number[] {
  let at: unknown = (geometry as { coordinates: unknown }).coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return at as number[];
}

async function store(
  database: Database,
  features: Iterable<NewBaseFeature>,
  { graph, graphReport, refused }: Plan,
  file: InspectedFile,
  options: StreetsImportOptions,
): Promise<void> {
  const name = options.name ?? file.name.replace(/(\.osm|\.shp)?\.[^.]+$/, '');
  const attribution = options.attribution ?? (isOsm(file) ? OSM_ATTRIBUTION : null);
  const dataset = await database.write(localViewer, async (session) => {
    await dropUnpublished(session);
    return openDataset(session, name, attribution);
  });
  let taken = 0;
  try {
    for (const chunk of chunksOf(features)) {
      stopIfAsked(options);
      await database.write(localViewer, (session) => storeBaseFeatures(session, dataset, chunk));
      taken += chunk.length;
      options.progress?.('store', taken, 0);
    }
    if (taken === 0) throw new Refusal('BAD_USER_INPUT', 'importNothing', { file: file.name });
    stopIfAsked(options);
    await database.write(localViewer, async (session) => {
      const run = await recordRun(session, 'streets', file.name);
      await storeStreetGraph(session, dataset, graph, graphReport);
      await publishDataset(session, dataset);
      await finishRun(session, run, taken, refused.length);
    });
  } catch (error) {
    // Unseen either way; what a crash leaves is dropped by the next start or import.
    await database.write(localViewer, (session) => dropDataset(session, dataset)).catch(() => undefined);
    throw error;
  }
}

function* chunksOf(features: Iterable<NewBaseFeature>): Generator<NewBaseFeature[]> {
  let chunk: NewBaseFeature[] = [];
  for (const feature of features) {
    chunk.push(feature);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
