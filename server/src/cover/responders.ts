import type { Session } from '../database/index.js';
import type { PostKind, UnitKind } from '../database/prisma/enums.js';
import type { MessageCode } from '../messages/index.js';
import { profileOfUnit } from '../reach/nearest-units.js';
import type { TravelSettings } from '../streets/streets.types.js';
import { FIND_POSTS, FIND_UNITS } from './cover.sql.js';
import type { PostResponder } from './post-changes.js';

interface PostRow {
  id: string;
  name: string;
  kind: PostKind;
  longitude: number | null;
  latitude: number | null;
  opens: number | null;
  closes: number | null;
}

interface UnitRow {
  id: string;
  name: string;
  kind: UnitKind;
  postId: string | null;
  longitude: number | null;
  latitude: number | null;
}

export interface RespondersOnRecord {
  responders: PostResponder[];
  /** Those that have no place at all, and why. */
  placeless: { id: string; name: string; reason: MessageCode }[];
  /** Every post there is, whatever its kind. */
  posts: Set<string>;
}

/** Who answers calls: posts by their kind, and units from their home posts or, live, from where they are. */
export async function findResponders(
  session: Session,
  { tiers }: TravelSettings,
  isLive: boolean,
): Promise<RespondersOnRecord> {
  const posts = await session.query<PostRow>(FIND_POSTS);
  const units = await session.query<UnitRow>(FIND_UNITS, [isLive]);
  const responders: PostResponder[] = [];
  const placeless: RespondersOnRecord['placeless'] = [];
  for (const { id, name, kind, longitude, latitude, opens, closes } of posts) {
    const tier = tiers.find(({ postKinds }) => postKinds.includes(kind));
    if (!tier) continue;
    if (longitude === null || latitude === null) placeless.push({ id, name, reason: 'responderNoPlace' });
    else
      responders.push({
        id,
        postId: id,
        name,
        place: [longitude, latitude],
        profile: tier.profile,
        tier: tier.tier,
        open: opens === null || closes === null ? null : [opens, closes],
      });
  }
  const unitTier = tiers.find((tier) => tier.units);
  for (const { id, name, kind, postId, longitude, latitude } of unitTier ? units : []) {
    if (longitude === null || latitude === null) {
      placeless.push({ id, name, reason: isLive ? 'responderNoPlace' : 'unitNoHome' });
      continue;
    }
    const place = [longitude, latitude];
    const home = isLive ? '' : (postId ?? '');
    responders.push({
      id,
      postId: home,
      name,
      place,
      profile: profileOfUnit[kind],
      tier: unitTier!.tier,
      open: null,
    });
  }
  return { responders, placeless, posts: new Set(posts.map(({ id }) => id)) };
}
