import type { PlanCommentPartsFragment } from '../../graphql/generated/studio/graphql.js';

export interface NumberedComment extends PlanCommentPartsFragment {
  /** By age, from 1: the same on the pin and in the list, also once others are settled. */
  number: number;
  longitude: number;
  latitude: number;
}

/** Comments with their numbers, those that are not settled first, each group in order of number. */
export function numberComments(comments: readonly PlanCommentPartsFragment[]): NumberedComment[] {
  const numbered = [...comments]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .flatMap((comment, index): NumberedComment[] => {
      if (comment.location.type !== 'Point') return [];
      const [longitude, latitude] = comment.location.coordinates as [number, number];
      return [{ ...comment, number: index + 1, longitude, latitude }];
    });
  return [
    ...numbered.filter(({ resolvedAt }) => !resolvedAt),
    ...numbered.filter(({ resolvedAt }) => resolvedAt),
  ];
}
