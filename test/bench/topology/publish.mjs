import { measure } from '../cpu.mjs';
import { ask } from '../foundation/processes.mjs';

const CREATE = `mutation ($input: CreateBoundaryPlanInput!) { createBoundaryPlan(input: $input) { id version } }`;
const EDIT = `mutation ($input: EditBoundaryPlanInput!) { editBoundaryPlan(input: $input) { plan { version changedGridCount } } }`;
const CHANGE = `mutation ($input: ChangePlanStateInput!) { changePlanState(input: $input) { version state } }`;
const STATES = [
  { to: 'SUBMITTED' },
  { to: 'PUBLICISED', publicisedFrom: '2026-01-01T00:00:00Z', publicisedTo: '2026-01-08T00:00:00Z' },
  { to: 'APPROVED', documentNumber: 'BENCH-1' },
];

/**
 * What checking and publishing costs when every one of 2,000 grids has changed; the server's CPU, all its threads.
 *
 * @param {Awaited<ReturnType<typeof import('./jagged-site.mjs').startJaggedSite>>} site
 * @returns {Promise<import('../report.mjs').Figure[]>}
 */
export async function measurePublishing({ url, pid, nodes }) {
  const { createBoundaryPlan: plan } = await ask(url, CREATE, {
    input: { name: 'bench', partition: 'SOCIAL' },
  });
  const planId = plan.id;
  const changes = nodes.map(([x, y]) => ({ kind: 'move', from: [x, y], to: [x + 120, y - 90] }));
  const edit = await measure(
    () =>
      ask(url, EDIT, {
        input: { planId, version: plan.version, clientKey: 'bench', bodies: [{ label: 'bench', changes }] },
      }),
    [pid],
  );
  let { version, changedGridCount } = edit.result.editBoundaryPlan.plan;
  if (changedGridCount !== 2000) throw new Error(`${changedGridCount} grids changed, not all 2,000.`);
  for (const state of STATES)
    ({ version } = (await ask(url, CHANGE, { input: { planId, version, ...state } })).changePlanState);
  const publish = await measure(
    () => ask(url, CHANGE, { input: { planId, version, to: 'PUBLISHED' } }),
    [pid],
  );
  const lower = /** @type {const} */ ('lower');
  return [
    {
      figure: 'server opens a plan and takes 500 edits at once',
      value: edit.othersCpuSeconds,
      unit: 'CPU s',
      better: lower,
    },
    {
      figure: 'server checks and publishes 2,000 changed grids',
      value: publish.othersCpuSeconds,
      unit: 'CPU s',
      better: lower,
      limit: 5,
    },
  ];
}
