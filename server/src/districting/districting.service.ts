import type { GraphQLResolveInfo } from 'graphql';
import { showPlan } from '../boundary-plans/boundary-plans.service.js';
import type { BoundaryPlan } from '../boundary-plans/boundary-plans.types.js';
import { createPlan } from '../boundary-plans/create-plan.js';
import { appendEdits } from '../boundary-plans/edit-plan.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { render, type Language } from '../messages/index.js';
import type { DistrictingInput } from './districting.inputs.js';
import type { RunningDistricting } from './districting-jobs.js';
import type { DistrictingJob } from './districting.types.js';
import { readRequest } from './read-request.js';

/** Starts a search for new grids. */
export async function startDistricting(context: Context, input: DistrictingInput): Promise<DistrictingJob> {
  const { database, viewer, districting, language } = context;
  const request = await database.read(viewer, (session) => readRequest(session, input));
  return showJob(districting.start(input.partition, request), language);
}

export function showDistricting({ districting, language }: Context, id: string): DistrictingJob | null {
  const job = districting.find(id);
  return job ? showJob(job, language) : null;
}

/** Ends a search; proposals found before stay. @throws Refusal NOT_FOUND when it is no longer known */
export function cancelDistricting({ districting, language }: Context, id: string): DistrictingJob {
  const job = requireJob(districting.find(id));
  job.cancel.abort();
  return showJob(job, language);
}

/** Makes a draft plan whose first edit is a proposal. @throws Refusal NOT_FOUND when it is no longer known */
export async function takeDistricting(
  context: Context,
  info: GraphQLResolveInfo,
  taken: { id: string; proposal: number; name: string; by: string | null },
): Promise<BoundaryPlan> {
  const { districting, language } = context;
  const job = requireJob(districting.find(taken.id));
  const proposal = job.proposals[taken.proposal - 1];
  if (!proposal) throw new Refusal('NOT_FOUND', 'districtingProposalUnknown', { number: taken.proposal });
  const { name, by } = taken;
  const { id, version } = await createPlan(context, { name, partition: job.partition, by });
  const label = render('districtingEdit', { count: proposal.shown.districts.length }, language);
  const changes = proposal.replacements.map((replacement) => ({ kind: 'replace', ...replacement }));
  const request = { planId: id, version, by, clientKey: `${job.id} ${taken.proposal}` };
  try {
    await appendEdits(context, request, [{ label, changes }]);
  } catch (error) {
    // Without its edit the plan is nothing anybody asked for.
    await context.database.write(context.viewer, (session) =>
      session.execute('DELETE FROM boundary_plan WHERE id = $1', [id]),
    );
    throw error;
  }
  return showPlan(context, info, id);
}

function requireJob(job: RunningDistricting | undefined): RunningDistricting {
  if (!job) throw new Refusal('NOT_FOUND', 'districtingUnknown');
  return job;
}

function showJob(job: RunningDistricting, language: Language): DistrictingJob {
  const { id, state, progress, step, blocks, proposals, startedAt, finishedAt } = job;
  return {
    id,
    state,
    progress,
    step: render(step, {}, language),
    problem: problemOf(job, language),
    blocks,
    proposals: proposals.map(({ shown }, i) => ({ number: i + 1, ...shown })),
    elapsedSeconds: ((finishedAt ?? Date.now()) - startedAt) / 1000,
  };
}

function problemOf({ failure, problem }: RunningDistricting, language: Language): string | null {
  if (failure instanceof Refusal) return render(failure.messageCode, failure.parameters, language);
  if (failure) return render('districtingFailed', {}, language);
  if (problem === null) return null;
  const isOneBlock = problem === 'NODE_TOO_HEAVY';
  return render(isOneBlock ? 'districtingHeavyBlock' : 'districtingNotWithin', {}, language);
}
