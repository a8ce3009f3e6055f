import { useMemo } from 'react';
import {
  AssignablePostsDocument,
  type AssignablePostsQuery,
} from '../../graphql/generated/studio/graphql.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import { assignedKinds, type AssignedKind } from './assignment.js';

const getPosts = (data: AssignablePostsQuery): AssignablePostsQuery['posts'] => data.posts;

export type AssignablePost = AssignablePostsQuery['posts']['edges'][number]['node'];

/** The posts of one kind that grids can be given to. */
export function useAssignablePosts(kind: AssignedKind): readonly AssignablePost[] {
  const { nodes } = useEveryPage(AssignablePostsDocument, getPosts, false, { kinds: [...assignedKinds] });
  return useMemo(() => nodes.filter((post) => post.kind === kind), [nodes, kind]);
}
