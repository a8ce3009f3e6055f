import { readFileSync } from 'node:fs';
import type { FeatureCollection, Polygon } from 'geojson';
import { Tiling } from '@maplebridge/engine/topology/tiling';
import type { Step, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import { localViewer } from '@maplebridge/server/database/index';
import { importTerritory } from '@maplebridge/server/interchange/territory/import-territory';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { jitter, makeFaults } from '../kit/faulty-tiling.js';
import { newId, planActions, type Plan, type PlanGrid } from '../kit/plan-support.js';
import { pseudoRandom } from '../kit/random-tiling.js';
import { describeApi } from '../kit/server.js';
import { findSharedData } from '../kit/shared-data.js';
import { collection, feature, temporaryFiles } from './import-support.js';

const beatsFile = findSharedData('chicago/beats.geojson');
const DEGREE = 1e7;

/** PostGIS on the beats in force: valid, no pair overlapping, as large together as their union. */
const ORACLE = `WITH leaf AS (SELECT code, boundary FROM territory_now WHERE is_leaf)
  SELECT (SELECT count(*)::int FROM leaf) AS beats, (SELECT bool_and(ST_IsValid(boundary)) FROM leaf) AS valid,
    (SELECT ST_Area(ST_Union(boundary)) / sum(ST_Area(boundary)) FROM leaf) AS united,
    (SELECT count(*)::int FROM leaf a JOIN leaf b ON a.code < b.code AND a.boundary && b.boundary
      WHERE ST_Relate(a.boundary, b.boundary, '2********')) AS overlapping`;

describe.skipIf(!beatsFile)('Chicago’s beats', () => {
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

  describeApi('imported with faults, repaired, redrawn and published', (api) => {
    const file = temporaryFiles();
    const plans = planActions(api);
    let grids: PlanGrid[];
    let plan: Plan;
    let split: { id: string; west: Step; east: Step };

    beforeAll(async () => {
      const { features } = JSON.parse(readFileSync(beatsFile!, 'utf8')) as FeatureCollection<Polygon>;
      const beats = features.map(({ properties, geometry }, i) => ({
        id: `${properties!.BEAT_NUM}-${i}`,
        boundary: geometry,
      }));
      const random = pseudoRandom(5);
      const areas = jitter(makeFaults(beats, 5, random).areas, 2, random);
      const text = collection(...areas.map(({ id, boundary }) => feature({ BEAT: id }, boundary)));
      const report = await importTerritory(async () => api.test.database, file('beats.geojson', text), {
        level: 'police-grid',
        countyName: 'Chicago',
        countyCode: '17031',
        timeZone: 'America/Chicago',
        columns: { code: 'BEAT' },
        repairToleranceMetres: 5,
      });
      expect(report).toMatchObject({ outcome: 'written', taken: 277 });
    });

    it('open as a sound plan, and take a moved border, a split and a merge', async () => {
      plan = await plans.create({ partition: 'POLICE', name: 'Beats 2015' });
      grids = await plans.grids(plan.id);
      const tiling = Tiling.from(
        grids.map(({ id, boundary }) => ({
          id,
          boundary: { type: 'MultiPolygon', coordinates: boundary.coordinates },
        })),
      );
      expect(tiling.check()).toEqual([]);
      const edits: TilingEdit[] = [];
      const take = (edit: TilingEdit): boolean => {
        const { ok } = tiling.apply(edit);
        if (ok) edits.push(edit);
        return ok;
      };

      expect(grids.some(({ id }) => {
        const inner = tiling.vertices(id).find(({ isNode, isOuter }) => !isNode && !isOuter);
        return inner && take({ kind: 'move', from: inner.at, to: [inner.at[0] + 400, inner.at[1] + 300] });
      })).toBe(true); // prettier-ignore
      const cut = grids.find(({ id, boundary }) => {
        const { west, east, south, north } = boxOf(boundary.coordinates);
        const middle = Math.round((west + east) / 2);
        return take({
          kind: 'split',
          grid: id,
          line: [
            [middle, south - 1000],
            [middle, north + 1000],
          ],
          into: [id, newId()],
        });
      })!;
      split = { id: cut.id, ...sidesOf(tiling, edits.at(-1)!) };
      expect(grids.some(({ id }) => {
        const [other] = id === cut.id || !tiling.has(id) ? [] : tiling.neighbours(id).filter((near) => near.id !== cut.id);
        return other && take({ kind: 'merge', grids: [id, other.id], into: id });
      })).toBe(true); // prettier-ignore
      expect(edits).toHaveLength(3);
      ({ plan } = await plans.edit(plan, edits));
      expect(plan.editCount).toBe(1);
    });

    it('are in force from the date on and as they were before it, a true tiling for PostGIS', async () => {
      const before = new Date().toISOString();
      plan = await plans.publish(plan);
      expect(plan).toMatchObject({ state: 'PUBLISHED', isInForce: true });
      const beatAt = async ([x, y]: Step, at?: string) =>
        (
          await api.query<{ gridAt: { id: string } }>(
            'query ($x: Float!, $y: Float!, $at: DateTime) { gridAt(longitude: $x, latitude: $y, partition: POLICE, at: $at) { id } }',
            { x: x / DEGREE, y: y / DEGREE, at },
          )
        ).gridAt.id;
      expect(await beatAt(split.west, before)).toBe(split.id);
      expect(await beatAt(split.east, before)).toBe(split.id);
      expect(await beatAt(split.west)).not.toBe(await beatAt(split.east));
      const [row] = await api.test.database.read(localViewer, (session) =>
        session.query<{ beats: number; valid: boolean; united: number; overlapping: number }>(ORACLE),
      );
      expect(row).toMatchObject({ beats: 277, valid: true, overlapping: 0 });
      expect(row!.united).toBeCloseTo(1, 12);
    });
  });
});

function boxOf(parts: number[][][][]) {
  const places = parts.flat(2);
  const [xs, ys] = [places.map(([x]) => x! * DEGREE), places.map(([, y]) => y! * DEGREE)];
  return {
    west: Math.min(...xs),
    east: Math.max(...xs),
    south: Math.min(...ys),
    north: Math.max(...ys),
  };
}

/** A place well within each half of a split: beside the middle of the new border. */
function sidesOf(tiling: Tiling, edit: TilingEdit): { west: Step; east: Step } {
  if (edit.kind !== 'split') throw new Error('That was no split.');
  const [id] = edit.into;
  const [x] = edit.line[0]!;
  const onCut = tiling
    .vertices(id)
    .map(({ at }) => at)
    .filter(([vertexX]) => Math.abs(vertexX - x) <= 2)
    .map(([, y]) => y)
    .sort((a, b) => a - b);
  const y = Math.round((onCut[0]! + onCut.at(-1)!) / 2);
  return { west: [x - 200, y], east: [x + 200, y] };
}
