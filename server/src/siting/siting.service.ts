import type { CoveringGoal } from '@maplebridge/engine/siting/covering-instance';
import type { Position } from 'geojson';
import type { PostChange } from '../cover/cover.types.js';
import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import { PostKind } from '../database/prisma/enums.js';
import { Refusal } from '../errors.js';
import { render, type Language } from '../messages/index.js';
import { requirePosition } from '../position.js';
import { refuseFar, requireSeconds } from '../reach/reach.service.js';
import type { SitingInstance, SitingRequest } from '../reach/worker/protocol.js';
import type { SitingInput } from './siting.inputs.js';
import { PROOF_SECONDS, type RunningSiting } from './siting-jobs.js';
import { FIND_INCIDENT_PLACES, FIND_PREMISES } from './siting.sql.js';
import type { SitingJob, SitingSite } from './siting.types.js';

const MAX_SITES = 50;
const MAX_CANDIDATES = 2000;
const MAX_DAYS = 90;
const MAX_WEIGHT = 1000;
const DEFAULT_SECONDS = 300;
/** What being covered twice adds, as a share of the demand. */
const BACKUP_SHARE = 0.5;

/** Premises that could house a liaison station as well. */
const premises: PostKind[] = [
  PostKind.OFFICE,
  PostKind.SERVICE_POINT,
  PostKind.PROJECT_POST,
  PostKind.GOVERNANCE_CENTRE,
  PostKind.JUSTICE_OFFICE,
];

interface Premises {
  name: string;
  longitude: number;
  latitude: number;
}

/** Starts a search for the best places of new liaison stations. */
export async function startSiting(context: Context, input: SitingInput): Promise<SitingJob> {
  const goal = checkGoal(input);
  const { request, names } = await context.database.read(context.viewer, (session) =>
    readRequest(session, input),
  );
  const world = await context.reach.world();
  const { language } = context;
  const job = context.siting.start(goal, async (signal) => {
    const instance = await world
      .ask('siting', request, signal)
      .catch((error: unknown) => refuseFar(error, (number) => String(number + 1)));
    const count = instance.places.length;
    if (count < goal.sites) throw new Refusal('BAD_USER_INPUT', 'sitingFew', { count, sites: goal.sites });
    if (instance.weights.length === 0) throw new Refusal('BAD_USER_INPUT', 'sitingNoDemand');
    return { ...instance, names: nameSites(instance, names, language) };
  });
  return showJob(job, language);
}

export function showSiting({ siting, language }: Context, id: string): SitingJob | null {
  const job = siting.find(id);
  return job ? showJob(job, language) : null;
}

/** Ends a search; the best answer so far stays. @throws Refusal NOT_FOUND when it is no longer known */
export function cancelSiting({ siting, language }: Context, id: string): SitingJob {
  const job = siting.find(id);
  if (!job) throw new Refusal('NOT_FOUND', 'sitingUnknown');
  job.cancel.abort();
  return showJob(job, language);
}

function checkGoal({ sites, capacity, backup }: SitingInput): CoveringGoal {
  if (!(sites >= 1 && sites <= MAX_SITES))
    throw new Refusal('BAD_USER_INPUT', 'sitingSites', { max: MAX_SITES });
  if (capacity != null && !(capacity > 0)) throw new Refusal('BAD_USER_INPUT', 'sitingCapacity');
  return {
    sites,
    ...(capacity == null ? {} : { capacity }),
    ...(backup ? { backupShare: BACKUP_SHARE } : {}),
  };
}

async function readRequest(
  session: Session,
  input: SitingInput,
): Promise<{ request: SitingRequest; names: string[] | null }> {
  const days = input.incidentDays ?? 30;
  if (days < 1 || days > MAX_DAYS)
    throw new Refusal('BAD_USER_INPUT', 'daysOutOfRange', { days, max: MAX_DAYS });
  const limit = input.candidateLimit ?? 500;
  const weights = {
    households: input.householdWeight ?? 1,
    riskPoints: input.riskPointWeight ?? 0,
    incident: input.incidentWeight ?? 0,
  };
  checkWeights(Object.values(weights));
  const placesOf = (rows: Premises[]): Position[] =>
    rows.map(({ longitude, latitude }) => [longitude, latitude]);
  const drawn = (input.drawn ?? []).map(({ longitude, latitude, name }) => ({
    ...requirePosition(longitude, latitude),
    name: name ?? '',
  }));
  const kind = input.candidates ?? 'JUNCTIONS';
  const given =
    kind === 'DRAWN'
      ? drawn
      : kind === 'PREMISES'
        ? await session.query<Premises>(FIND_PREMISES, [premises])
        : null;
  const wanted = given?.length ?? limit;
  if (wanted < 1 || wanted > MAX_CANDIDATES)
    throw new Refusal('BAD_USER_INPUT', 'sitingCandidates', { max: MAX_CANDIDATES });
  const stations = input.keepExisting ?? true;
  return {
    names: given?.map(({ name }) => name) ?? null,
    request: {
      candidates: given ? placesOf(given) : 'JUNCTIONS',
      limit,
      seconds: requireSeconds(input.seconds ?? DEFAULT_SECONDS),
      hour: input.hour ?? null,
      existing: stations ? placesOf(await session.query(FIND_PREMISES, [[PostKind.LIAISON_STATION]])) : [],
      weights,
      incidents: weights.incident > 0 ? placesOf(await session.query(FIND_INCIDENT_PLACES, [days])) : [],
    },
  };
}

function checkWeights(weights: number[]): void {
  const areNumbers = weights.every((weight) => weight >= 0 && weight <= MAX_WEIGHT);
  if (!areNumbers || weights.every((weight) => weight === 0))
    throw new Refusal('BAD_USER_INPUT', 'sitingWeights');
}

/** Names of premises or those given; else of the streets that meet there. */
function nameSites({ places, names }: SitingInstance, given: string[] | null, language: Language): string[] {
  return places.map(([longitude, latitude], i) => {
    if (given?.[i]) return given[i];
    const [a, b] = names[i]!.split(' / ');
    if (a && b) return render('cornerOf', { a, b }, language);
    if (a) return render('cornerAt', { a }, language);
    return render(
      'cornerUnnamed',
      { longitude: longitude!.toFixed(4), latitude: latitude!.toFixed(4) },
      language,
    );
  });
}

function showJob(job: RunningSiting, language: Language): SitingJob {
  const { id, state, instance, answer, total, before, isProven, bound, finishedAt, startedAt } = job;
  const worth = answer?.worth ?? before;
  const sites = answer && instance ? answer.sites.map((site) => siteOf(instance, site)) : [];
  return {
    id,
    state,
    progress: progressOf(job),
    step: render(job.step, {}, language),
    problem: problemOf(job, language),
    demandTotal: total,
    coveredBefore: before.coveredWeight,
    covered: worth.coveredWeight,
    coveredTwiceBefore: before.backupWeight,
    coveredTwice: worth.backupWeight,
    worth: worth.value,
    bound: isProven ? worth.value : bound,
    proven: isProven,
    sites,
    changes: sites.map(changeOf),
    elapsedSeconds: ((finishedAt ?? Date.now()) - startedAt) / 1000,
  };
}

function problemOf({ problem, proofEnd }: RunningSiting, language: Language): string | null {
  if (problem instanceof Refusal) return render(problem.messageCode, problem.parameters, language);
  if (problem) return render('sitingFailed', {}, language);
  if (proofEnd === 'TIME') return render('sitingUnproven', { seconds: PROOF_SECONDS }, language);
  return proofEnd === 'TOO_LARGE' ? render('sitingTooLarge', {}, language) : null;
}

function progressOf({ finishedAt, stepStartedAt, stepSeconds }: RunningSiting): number {
  if (finishedAt !== null) return 1;
  if (stepSeconds === null) return 0;
  return Math.min(0.99, (Date.now() - stepStartedAt) / 1000 / stepSeconds);
}

function siteOf(
  { places, names }: SitingInstance,
  chosen: { site: number; addedWeight: number },
): SitingSite {
  return {
    name: names[chosen.site]!,
    location: { type: 'Point', coordinates: places[chosen.site]! },
    addedDemand: chosen.addedWeight,
  };
}

function changeOf({ name, location }: SitingSite): PostChange {
  const [longitude, latitude] = location.coordinates;
  return {
    action: 'ADD',
    postId: null,
    kind: PostKind.LIAISON_STATION,
    name,
    longitude: longitude!,
    latitude: latitude!,
    opensAtMinute: null,
    closesAtMinute: null,
  };
}
