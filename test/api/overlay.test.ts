import { overlay } from '@maplebridge/engine/topology/overlay/overlay';
import { toEwkb } from '@maplebridge/server/database/ewkb';
import { localViewer } from '@maplebridge/server/database/index';
import { generateCounty } from '@maplebridge/server/demo/county/generate-county';
import { expect, it } from 'vitest';
import { describeOnDatabase } from '../kit/databases.js';
import { expectTiling } from '../kit/tiling-checks.js';

/** PostGIS on the same shapes, pair by pair. */
const ORACLE = `SELECT a.n::int AS a, b.n::int AS b, ST_Area(ST_Intersection(a.g, b.g)::geography) AS metres
  FROM (SELECT n, ewkb::geometry AS g FROM unnest($1::text[]) WITH ORDINALITY AS t (ewkb, n)) a
  JOIN (SELECT n, ewkb::geometry AS g FROM unnest($2::text[]) WITH ORDINALITY AS t (ewkb, n)) b ON a.g && b.g
  WHERE ST_Relate(a.g, b.g, '2********')`;

interface Shared {
  a: number;
  b: number;
  metres: number;
}

describeOnDatabase('embedded', 'The overlay of the demo county’s two partitions', (test) => {
  const { grids } = generateCounty();
  const side = (partition: string, shift: number) =>
    grids
      .filter((grid) => grid.partition === partition)
      .map(({ code, boundary }) => ({
        id: code,
        boundary: {
          type: 'Polygon' as const,
          coordinates: boundary.map((ring) => ring.map(([x, y]) => [Math.round(x * 1e7 + shift) / 1e7, y])),
        },
      }));

  it.each([
    // Borders coincide, or cross about 120 m apart.
    ['as they are', 0],
    ['one of them pushed aside', 12_345],
  ])('has the areas PostGIS finds, %s', async (_name, shift) => {
    const [social, police] = [side('SOCIAL', 0), side('POLICE', shift)];
    const parcels = overlay(social, police);
    const shared = parcels.filter(({ a, b }) => a !== null && b !== null);
    const rows = await test.database.read(localViewer, (session) =>
      session.query<Shared>(
        ORACLE,
        [social, police].map((list) => list.map(({ boundary }) => toEwkb(boundary))),
      ),
    );
    const expected = new Map(
      rows.map(({ a, b, metres }) => [`${social[a - 1]!.id} ${police[b - 1]!.id}`, metres]),
    );
    expect(rows.length).toBeGreaterThan(99);
    for (const { a, b, areaSquareMetres } of shared) {
      const metres = expected.get(`${a} ${b}`);
      expect(metres).toBeDefined();
      // Corners lie on whole steps here, anywhere there: a centimetre along the border.
      expect(Math.abs(areaSquareMetres - metres!)).toBeLessThan(1);
      expected.delete(`${a} ${b}`);
    }
    for (const [pair, metres] of expected) expect([pair, metres < 1]).toEqual([pair, true]);
    if (shift === 0) expect(parcels).toHaveLength(shared.length);
    expectTiling(
      parcels.map(({ a, b, boundary }) => ({
        id: `${a} ${b}`,
        parts: boundary.coordinates.map((rings) =>
          rings.map((ring) => ring.map(([x, y]) => [Math.round(x! * 1e7), Math.round(y! * 1e7)] as const)),
        ),
      })),
    );
  });
});
