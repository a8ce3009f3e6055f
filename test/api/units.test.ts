import { beforeAll, expect, it } from 'vitest';
import { middleOf, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

const REPORT = `mutation ($input: [PositionInput!]!) { reportPositions(input: $input) { accepted refused { unitId code message } } }`;
const SET_STATE = `mutation ($id: ID!, $state: UnitState!) { setUnitState(unitId: $id, state: $state) { state position { location } } }`;

interface ReportAnswer {
  reportPositions: { accepted: number; refused: { unitId: string; code: string; message: string }[] };
}

describeApi('units', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
  });

  const fix = (over: object = {}) => ({
    unitId: county.unitId,
    ...middleOf(2, 1),
    recordedAt: new Date().toISOString(),
    headingDegrees: 90,
    ...over,
  });
  const send = async (...input: object[]) =>
    (await api.query<ReportAnswer>(REPORT, { input })).reportPositions;
  const setState = (state: string) => api.query(SET_STATE, { id: county.unitId, state });

  it('takes no position of a unit off duty', async () => {
    expect(await send(fix())).toMatchObject({ accepted: 0, refused: [{ code: 'CONFLICT' }] });
  });

  it('shows the latest position on duty, and the grids seen', async () => {
    await setState('PATROLLING');
    const now = Date.now();
    const earlier = fix({ ...middleOf(0, 0), recordedAt: new Date(now - 5000).toISOString() });
    expect(await send(fix({ recordedAt: new Date(now).toISOString() }), earlier)).toEqual({
      accepted: 2,
      refused: [],
    });
    const { unitPositions, units, grids } = await api.query<{
      unitPositions: object[];
      units: object;
      grids: { edges: { node: { code: string; minutesSinceSeen: number | null } }[] };
    }>(
      `{ unitPositions { unitId location headingDegrees simulated }
         units { edges { node { callSign kind state homePost { name } position { recordedAt } } } }
         grids(filter: { partition: SOCIAL }) { edges { node { code minutesSinceSeen } } } }`,
    );
    const { longitude, latitude } = middleOf(2, 1);
    expect(unitPositions).toEqual([
      {
        unitId: county.unitId,
        location: { type: 'Point', coordinates: [longitude, latitude] },
        headingDegrees: 90,
        simulated: false,
      },
    ]);
    expect(units).toMatchObject({
      edges: [{ node: { callSign: '测试01', state: 'PATROLLING', homePost: { name: '测试派出所' } } }],
    });
    const seen = grids.edges.filter(({ node }) => node.minutesSinceSeen === 0).map(({ node }) => node.code);
    expect(seen).toEqual([county.gridCode(0, 0), county.gridCode(2, 1)]);
  });

  it('keeps the newer position when an older one arrives late', async () => {
    await send(fix({ ...middleOf(0, 0), recordedAt: new Date(Date.now() - 60_000).toISOString() }));
    const { unitPositions } = await api.query<{ unitPositions: { location: { coordinates: number[] } }[] }>(
      '{ unitPositions { location } }',
    );
    expect(unitPositions[0]!.location.coordinates).toEqual(Object.values(middleOf(2, 1)));
  });

  it('refuses each bad position by itself and takes the others', async () => {
    const answer = await send(
      fix({ recordedAt: new Date(Date.now() + 3_600_000).toISOString() }),
      fix({ recordedAt: '2020-01-01T00:00:00Z' }),
      fix({ longitude: 30, latitude: 120 }),
      fix({ unitId: 'nobody' }),
      fix({ unitId: '00000000-0000-4000-8000-000000000000' }),
      fix(),
    );
    expect(answer.accepted).toBe(1);
    expect(answer.refused.map(({ code }) => code)).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
      'NOT_FOUND',
    ]);
  });

  it('ends the track with the shift', async () => {
    await setState('OFF_DUTY');
    expect((await api.query<{ unitPositions: [] }>('{ unitPositions { unitId } }')).unitPositions).toEqual(
      [],
    );
    expect(await send(fix())).toMatchObject({ accepted: 0 });
    await setState('STANDBY');
    expect(
      (
        await api.query<{ unit: { position: null } }>(
          `{ unit(id: "${county.unitId}") { position { unitId } } }`,
        )
      ).unit.position,
    ).toBeNull();
  });

  it('tells the event log of a change of state', async () => {
    const { events } = await api.query<{ events: { cursor: string } }>('{ events { cursor } }');
    await setState('ON_SCENE');
    await setState('ON_SCENE');
    const after = await api.query<{ events: { events: object[] } }>(
      'query ($after: String) { events(after: $after) { events { topic ... on UnitEvent { unit { state } } } } }',
      { after: events.cursor },
    );
    expect(after.events.events).toEqual([{ topic: 'UNIT', unit: { state: 'ON_SCENE' } }]);
  });
});
