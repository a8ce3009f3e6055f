import type { Geometry } from 'geojson';
import { v7 as uuidv7 } from 'uuid';
import { toEwkb } from '../database/ewkb.js';
import type { Session } from '../database/index.js';
import { learnDataset } from '../search/learn-names.js';
import { bumpRevision } from '../tiles/revision.js';

export type BaseLayer =
  'water' | 'waterway' | 'green' | 'landuse' | 'building' | 'street' | 'railway' | 'place';

export interface NewBaseFeature {
  layer: BaseLayer;
  kind: string;
  name: string | null;
  nameEn?: string | null;
  ref?: string | null;
  address?: string | null;
  sourceId?: string | null;
  bridge?: boolean;
  tunnel?: boolean;
  oneway?: boolean;
  rank: number;
  minZoom: number;
  households?: number | null;
  geometry: Geometry;
}

/** A new dataset, not shown until it is published. */
export async function openDataset(
  session: Session,
  name: string,
  attribution: string | null,
): Promise<string> {
  const id = uuidv7();
  await session.execute('INSERT INTO dataset (id, name, attribution) VALUES ($1, $2, $3)', [
    id,
    name,
    attribution,
  ]);
  return id;
}

export async function storeBaseFeatures(
  session: Session,
  datasetId: string,
  features: NewBaseFeature[],
): Promise<void> {
  const column = <T>(read: (feature: NewBaseFeature) => T) => features.map(read) as never[];
  await session.execute(
    `INSERT INTO base_feature (dataset_id, layer, kind, name, name_en, ref, address, source_id, bridge, tunnel, oneway, rank, min_zoom, households, geom)
     SELECT $1::uuid, layer, kind, name, name_en, ref, address, source_id, bridge, tunnel, oneway, rank, min_zoom, households, ewkb::geometry
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::boolean[],
       $11::boolean[], $12::int[], $13::smallint[], $14::int[], $15::text[])
       AS t (layer, kind, name, name_en, ref, address, source_id, bridge, tunnel, oneway, rank, min_zoom, households, ewkb)`,
    [
      datasetId,
      column(({ layer }) => layer),
      column(({ kind }) => kind),
      column(({ name }) => name),
      column(({ nameEn }) => nameEn ?? null),
      column(({ ref }) => ref ?? null),
      column(({ address }) => address ?? null),
      column(({ sourceId }) => sourceId ?? null),
      column(({ bridge }) => bridge ?? false),
      column(({ tunnel }) => tunnel ?? false),
      column(({ oneway }) => oneway ?? false),
      column(({ rank }) => rank),
      column(({ minZoom }) => minZoom),
      column(({ households }) => households ?? null),
      column(({ geometry }) => toEwkb(geometry)),
    ],
  );
}

/** Shows a dataset in place of the one that had its name. */
export async function publishDataset(session: Session, id: string): Promise<void> {
  await session.execute(
    `DELETE FROM dataset old USING dataset new WHERE new.id = $1 AND old.name = new.name AND old.id <> new.id`,
    [id],
  );
  await session.execute('UPDATE dataset SET published = true WHERE id = $1', [id]);
  await learnDataset(session, id);
  await bumpRevision(session, 'base');
  // Graphs go with their datasets.
  await bumpRevision(session, 'streets');
}

export async function dropDataset(session: Session, id: string): Promise<void> {
  await session.execute('DELETE FROM dataset WHERE id = $1', [id]);
}

/** Forgets datasets whose import never finished. An import still under way, perhaps in another process, is younger. */
export async function dropUnpublished(session: Session): Promise<number> {
  return session.execute(
    `DELETE FROM dataset WHERE NOT published AND imported_at < now() - interval '1 hour'`,
  );
}
