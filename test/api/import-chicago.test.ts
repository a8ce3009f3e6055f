import { localViewer } from '@maplebridge/server/database/index';
import { importIncidents } from '@maplebridge/server/interchange/incidents/import-incidents';
import { importPosts } from '@maplebridge/server/interchange/posts/import-posts';
import { importTerritory } from '@maplebridge/server/interchange/territory/import-territory';
import { describe, expect, it, vi } from 'vitest';
import { describeOnBothDatabases } from '../kit/databases.js';
import { findSharedData } from '../kit/shared-data.js';
import { countRows } from './import-support.js';

const folder = findSharedData('chicago');

describe.skipIf(!folder)('Chicago', () => {
  describeOnBothDatabases('imports whole', (test) => {
    const open = async () => test.database;
    const incidentOptions = {
      crs: 'wgs84',
      columns: {
        number: 'ID',
        kind: 'Primary Type',
        occurred: 'Date',
        sensitive: 'Domestic',
        description: '{Description} · {Location Description}',
      },
    };
    const ask = <Row>(sql: string) => test.database.read(localViewer, (session) => session.query<Row>(sql));

    // Minutes of work for a machine that does other things besides.
    vi.setConfig({ testTimeout: 120_000 });

    it('takes 25 districts, 277 beats below them, and 23 stations', async () => {
      const districts = await importTerritory(open, `${folder}/districts.geojson`, {
        level: 'station',
        columns: { code: 'DIST_NUM', name: 'District {DIST_NUM}' },
        repeatedCodes: 'number',
        countyName: 'Chicago',
        countyCode: '17031',
        timeZone: 'America/Chicago',
      });
      expect(districts).toMatchObject({ outcome: 'written', taken: 25, refused: [] });
      const beats = await importTerritory(open, `${folder}/beats.geojson`, {
        level: 'police-grid',
        columns: { code: 'BEAT_NUM', parent: 'DISTRICT' },
        repeatedCodes: 'number',
      });
      expect(beats).toMatchObject({ outcome: 'written', taken: 277, refused: [] });
      const posts = await importPosts(open, `${folder}/stations.csv`, {
        kind: 'station',
        crs: 'wgs84',
        columns: { code: 'DISTRICT', name: 'District {DISTRICT}', jurisdiction: 'DISTRICT' },
      });
      expect(posts).toMatchObject({
        outcome: 'written',
        taken: 23,
        refused: [],
        dropped: ['PHONE', 'FAX', 'TTY'],
      });
      expect(await countRows(test.database)).toMatchObject({ territory: 1 + 25 + 277, post: 23 });
      expect(
        await ask(
          'SELECT count(*) AS posts FROM post WHERE jurisdiction IS NOT NULL AND ST_Intersects(jurisdiction, location)',
        ),
      ).toEqual([{ posts: 22 }]);
      // Three enclaves share the number 31, and three beats the number 3100: each beat hangs on the enclave it lies in.
      expect(
        await ask(`SELECT b.code, count(DISTINCT b.parent_id) AS parents FROM territory_now b JOIN territory_now d ON d.territory_id = b.parent_id
          AND ST_Intersects(d.boundary, b.anchor) WHERE b.code LIKE '3100%' GROUP BY b.code ORDER BY b.code`),
      ).toEqual(['3100', '3100-2', '3100-3'].map((code) => ({ code, parents: 1 })));
    });

    it('takes 22,334 incidents, each located one in exactly one beat', async () => {
      const report = await importIncidents(open, `${folder}/incidents-2014-09.csv`, incidentOptions);
      expect(report).toMatchObject({
        outcome: 'written',
        read: 22_334,
        taken: 22_334,
        refused: [],
        timeZone: 'America/Chicago',
      });
      expect(
        await ask(`SELECT count(*) AS total, count(place) AS located, count(police_grid_id) FILTER (WHERE place IS NOT NULL) AS attributed,
          count(police_grid_id) FILTER (WHERE place IS NULL) AS stray, count(*) FILTER (WHERE occurred_precision = 'UNKNOWN') AS timeless FROM incident`),
      ).toEqual([{ total: 22_334, located: 21_559, attributed: 21_559, stray: 0, timeless: 85 }]);
    });

    it('agrees with the database about which beat holds a place', async () => {
      expect(
        await ask(`SELECT count(*) AS differing FROM (SELECT * FROM incident WHERE place IS NOT NULL ORDER BY number LIMIT 500) i
          WHERE i.police_grid_version_id IS DISTINCT FROM (SELECT v.id FROM territory_now v WHERE v.is_leaf AND v.partition = 'POLICE'
            AND ST_Intersects(v.boundary, i.place) ORDER BY v.code LIMIT 1)`),
      ).toEqual([{ differing: 0 }]);
    });

    it('reads local times in the zone of the county and keeps sensitive matters at grid level', async () => {
      expect(await ask(`SELECT occurred_at FROM incident WHERE number = '9799720'`)).toEqual([
        { occurred_at: '2014-09-30T04:55:00.000Z' },
      ]);
      expect(
        await ask(
          `SELECT count(*) AS shown FROM incident_shown WHERE coarsened AND (address IS NOT NULL OR description IS NOT NULL)`,
        ),
      ).toEqual([{ shown: 0 }]);
      expect(
        await ask(
          `SELECT DISTINCT sensitivity FROM incident_kind WHERE code IN ('CRIM_SEXUAL_ASSAULT', 'OFFENSE_INVOLVING_CHILDREN')`,
        ),
      ).toEqual([{ sensitivity: 'GRID_ONLY' }]);
    });

    it('refuses the same incidents a second time, and takes none of them when told to skip', async () => {
      const before = await countRows(test.database);
      const again = await importIncidents(open, `${folder}/incidents-2014-09.csv`, {
        ...incidentOptions,
        onError: 'skip',
      });
      expect(again).toMatchObject({ outcome: 'refused', taken: 0 });
      expect(again.refused).toHaveLength(22_334);
      expect(again.refused[0]).toMatchObject({ line: 2, reason: 'rowNumberTaken' });
      expect(await countRows(test.database)).toEqual(before);
    });
  });
});
