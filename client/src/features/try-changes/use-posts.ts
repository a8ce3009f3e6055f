import { useMemo } from 'react';
import { CoverPostsDocument, type CoverPostsQuery } from '../../graphql/generated/travel/graphql.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import type { Post } from './ghost-posts.js';

const getPosts = (data: CoverPostsQuery): CoverPostsQuery['posts'] => data.posts;

/** Every post there is, by its id. */
export function usePosts(): { posts: Post[]; byId: ReadonlyMap<string, Post>; isLoading: boolean } {
  const { nodes, isLoading } = useEveryPage(CoverPostsDocument, getPosts);
  const byId = useMemo(() => new Map(nodes.map((post) => [post.id, post])), [nodes]);
  return { posts: nodes, byId, isLoading };
}
