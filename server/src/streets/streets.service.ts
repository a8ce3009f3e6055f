import type { Context } from '../context.js';
import type { TravelSettingsInput } from './streets.inputs.js';
import { readTravelSettings, storeTravelSettings } from './travel-settings.js';
import type { StreetNetwork, TravelSettings } from './streets.types.js';

/** The streets in service; null while there are none. */
export async function showStreetNetwork({ reach }: Context): Promise<StreetNetwork | null> {
  const status = await reach.status();
  if (!status) return null;
  const { world, isBuilding, failure } = status;
  const { graph, builtAt, sources, report } = world.streets;
  return {
    version: graph.version,
    builtAt,
    state: isBuilding ? 'BUILDING' : failure === null ? 'READY' : 'FAILED',
    problem: failure,
    roadMetres: report.roadMetres,
    segments: graph.segmentCount,
    junctions: report.junctions,
    pieces: report.count,
    largestPieceShare: report.largestShare,
    turnRestrictions: report.restrictions,
    sources: [...sources],
    demandUnplaced: world.facts.demandUnplaced,
  };
}

export function showTravelSettings({ database, viewer }: Context): Promise<TravelSettings> {
  return database.read(viewer, readTravelSettings);
}

/** Changes settings; what is asked afterwards is computed with them. */
export async function changeTravelSettings(
  { database, viewer, reach }: Context,
  input: TravelSettingsInput,
): Promise<TravelSettings> {
  const settings = await database.write(viewer, (session) => storeTravelSettings(session, input));
  if (await reach.status()) await reach.latest();
  return settings;
}
