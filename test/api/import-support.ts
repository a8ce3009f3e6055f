import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localViewer, type Database } from '@maplebridge/server/database/index';
import { afterAll } from 'vitest';

/** A folder for the files of one suite, gone after it. */
export function temporaryFiles(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

const COUNTED = [
  'territory',
  'territory_version',
  'post',
  'incident',
  'incident_identity',
  'incident_kind',
  'base_feature',
  'dataset',
  'import_run',
  'event',
  'setting',
];

/** How many rows the tables an import may touch have: equal before and after what must leave nothing. */
export async function countRows(database: Database): Promise<Record<string, number>> {
  const [row] = await database.read(localViewer, (session) =>
    session.query<Record<string, number>>(
      `SELECT ${COUNTED.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ')}`,
    ),
  );
  return row!;
}

type Ring = [number, number][];

export const square = (west: number, south: number, size = 0.01): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

export const feature = (properties: Record<string, unknown>, geometry: unknown): string =>
  JSON.stringify({ type: 'Feature', properties, geometry });

/** One feature a line, from line 2 on. */
export const collection = (...features: string[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;

export const polygon = (ring: Ring) => ({ type: 'Polygon', coordinates: [ring] });

/** Two grids side by side near Zhuji. */
export const twoGrids = collection(
  feature({ code: '001', name: '一格' }, polygon(square(120.2, 29.7))),
  feature({ code: '002', name: '二格' }, polygon(square(120.21, 29.7))),
);
export const county = { level: 'grid', countyName: '试验县', countyCode: '990199' } as const;
