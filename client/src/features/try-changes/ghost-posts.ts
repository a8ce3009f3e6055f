import type { CoverPostsQuery } from '../../graphql/generated/travel/graphql.js';
import type { PostChange } from '../../state/post-changes.js';
import type { GhostPost } from '../../state/reach-store.js';

export type Post = CoverPostsQuery['posts']['edges'][number]['node'];

const addedPrefix = 'added:';

/** What a new post is called among the ghosts: its place in the list, since it has no record. */
export const nameAdded = (index: number): string => `${addedPrefix}${index}`;

/** The place in the list of a ghost that is a new post; -1 for one that has a record. */
export function findAdded(ghostId: string): number {
  return ghostId.startsWith(addedPrefix) ? Number(ghostId.slice(addedPrefix.length)) : -1;
}

/** What the changes put on the map: new posts, moved ones with where they came from, closed ones. */
export function makeGhosts(changes: readonly PostChange[], posts: ReadonlyMap<string, Post>): GhostPost[] {
  return changes.flatMap((change, index): GhostPost[] => {
    const { action, longitude, latitude } = change;
    if (action === 'ADD') {
      if (longitude === null || latitude === null) return [];
      const added = { id: nameAdded(index), kind: change.kind ?? 'OFFICE', name: change.name ?? '' };
      return [{ ...added, longitude, latitude, change: 'added' }];
    }
    const post = change.postId === null ? undefined : posts.get(change.postId);
    if (!post) return [];
    const from = getPlace(post);
    const ghost = { id: post.id, kind: post.kind, name: post.name };
    if (action === 'MOVE' && longitude !== null && latitude !== null)
      return [{ ...ghost, longitude, latitude, change: 'moved', ...(from && { from }) }];
    if (action === 'CLOSE' && from)
      return [{ ...ghost, longitude: from[0], latitude: from[1], change: 'closed' }];
    return [];
  });
}

/** Where a post stands, degrees; null without a place. */
export function getPlace({ location }: Pick<Post, 'location'>): [longitude: number, latitude: number] | null {
  return location?.type === 'Point' ? (location.coordinates as [number, number]) : null;
}

const earthMetres = 6_371_008.8;

/** Metres as the crow flies, good to half a percent: for words, never for figures. */
export function getDistance(a: readonly [number, number], b: readonly [number, number]): number {
  const [x1, y1, x2, y2] = [a[0], a[1], b[0], b[1]].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  return earthMetres * Math.hypot((x2 - x1) * Math.cos((y1 + y2) / 2), y2 - y1);
}
