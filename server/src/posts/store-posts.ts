import type { Position } from 'geojson';
import { v7 as uuidv7 } from 'uuid';
import { toEwkb } from '../database/ewkb.js';
import type { Session } from '../database/index.js';
import type { PostKind } from '../database/prisma/enums.js';
import { learnNames } from '../search/learn-names.js';
import type { GridFinder } from '../territory/grid-finder.js';
import { refreshJurisdictions } from './jurisdictions.js';

/** Minutes of the county's day, 0 to 1439; closing may come before opening, on the next day. */
export interface PostHours {
  opensAtMinute: number;
  closesAtMinute: number;
}

export interface NewPost {
  kind: PostKind;
  code: string | null;
  name: string;
  address: string | null;
  place: Position | null;
  openAroundTheClock: boolean;
  /** Absent: always, or not known. */
  hours?: PostHours | null;
  /** Identities of the grids it answers for. */
  gridIds: string[];
  /** A territory whose whole boundary it answers for, where that is not cut into grids. */
  territoryId?: string | null;
}

/** Stores new posts, the grids they answer for, and each one's jurisdiction dissolved from those. @returns their ids */
export async function storePosts(
  session: Session,
  countyId: string,
  posts: NewPost[],
  finder: GridFinder,
): Promise<string[]> {
  const ids = posts.map(() => uuidv7());
  const now = Date.now();
  const gridOf = (partition: 'SOCIAL' | 'POLICE') => (post: NewPost) =>
    post.place ? finder.find(partition, post.place, now) : undefined;
  await session.execute(
    `INSERT INTO post (id, county_id, kind, code, name, address, location, open_around_the_clock, community_id, police_area_id,
       opens_at_minute, closes_at_minute)
     SELECT id, $1::uuid, kind, code, name, address, place::geometry, around_the_clock, community_id, police_area_id, opens, closes
     FROM unnest($2::uuid[], $3::post_kind[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::uuid[], $10::uuid[],
       $11::smallint[], $12::smallint[])
       AS t (id, kind, code, name, address, place, around_the_clock, community_id, police_area_id, opens, closes)`,
    [
      countyId,
      ids,
      posts.map(({ kind }) => kind),
      posts.map(({ code }) => code),
      posts.map(({ name }) => name),
      posts.map(({ address }) => address),
      posts.map(({ place }) => place && toEwkb({ type: 'Point', coordinates: place })),
      posts.map(({ openAroundTheClock }) => openAroundTheClock),
      posts.map((post) => gridOf('SOCIAL')(post)?.communityId ?? null),
      posts.map((post) => gridOf('POLICE')(post)?.policeAreaId ?? null),
      posts.map(({ hours }) => hours?.opensAtMinute ?? null),
      posts.map(({ hours }) => hours?.closesAtMinute ?? null),
    ],
  );
  const links = posts.flatMap(({ gridIds, territoryId }, i) =>
    (territoryId ? [...gridIds, territoryId] : gridIds).map((id) => [ids[i]!, id] as const),
  );
  await session.execute(
    `INSERT INTO post_grid (post_id, territory_id, county_id) SELECT post_id, territory_id, $1::uuid
     FROM unnest($2::uuid[], $3::uuid[]) AS t (post_id, territory_id)`,
    [countyId, links.map(([post]) => post), links.map(([, grid]) => grid)],
  );
  await learnNames(
    session,
    posts.map(({ name }) => name),
  );
  await refreshJurisdictions(session, ids);
  return ids;
}
