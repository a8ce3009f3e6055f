import { randomUUID } from 'node:crypto';

/** A plan with a few edits for the pictures, drawn through the server's own interface. */

const CREATE = `mutation ($input: CreateBoundaryPlanInput!) { createBoundaryPlan(input: $input) { id version } }`;
const GRIDS = `query ($id: ID!) { boundaryPlan(id: $id) { baseGrids { id name boundary } } }`;
const EDIT = `mutation ($input: EditBoundaryPlanInput!) { editBoundaryPlan(input: $input) { plan { id version } } }`;
const STEPS = 1e7;

/** The grid that the pictures split, and a line through it. */
const splitGrid = '文昌社区第02网格';

async function ask(server, query, variables) {
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors?.length) throw new Error(errors[0].message);
  return data;
}

/**
 * @param {string} server
 * @param {{ name: string, isDrawn: boolean }} wanted `isDrawn`: with the grid split already
 * @returns {Promise<{ id: string, box: [west: number, south: number, east: number, north: number] }>} `box`: of the grid to split
 */
export async function makePlan(server, { name, isDrawn }) {
  const { createBoundaryPlan: plan } = await ask(server, CREATE, {
    input: { name, partition: 'SOCIAL', by: '文昌社区网格管理', reason: '户数不均，拟拆分合并' },
  });
  const { boundaryPlan } = await ask(server, GRIDS, { id: plan.id });
  const find = (wanted) => boundaryPlan.baseGrids.find((grid) => grid.name === wanted);
  const grid = find(splitGrid);
  const box = boxOf(grid.boundary);
  if (isDrawn) {
    const middle = (box[0] + box[2]) / 2;
    const changes = [
      {
        kind: 'split',
        grid: grid.id,
        line: [
          [middle, box[1] - 0.001],
          [middle, box[3] + 0.001],
        ].map((place) => place.map((degrees) => Math.round(degrees * STEPS))),
        into: [grid.id, randomUUID()],
      },
    ];
    const input = { planId: plan.id, version: plan.version, clientKey: `${plan.id}-1` };
    await ask(server, EDIT, { input: { ...input, bodies: [{ label: `拆分：${splitGrid}`, changes }] } });
  }
  return { id: plan.id, box };
}

function boxOf({ coordinates }) {
  const places = coordinates.flat(2);
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
