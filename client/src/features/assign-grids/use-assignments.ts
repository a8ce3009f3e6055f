import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery, type CombinedError } from 'urql';
import {
  AssignGridsDocument,
  GridAssignmentsDocument,
  SetGridHouseholdsDocument,
  SetGridStaffDocument,
  type AssignmentFragment,
} from '../../graphql/generated/studio/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { getPost, type AssignedKind } from './assignment.js';
import { toRows, type Edits } from './table-edits.js';
import { useEffectiveAt } from './use-effective-at.js';

/** Who answers for each grid in force of the studio's partition, on the chosen day, and how to change it. */
export function useAssignments() {
  const { t } = useTranslation();
  const partition = useStudioStore((state) => state.partition);
  const effectiveAt = useEffectiveAt();
  const errorWords = useErrorWords();
  const [{ data, error, fetching }, execute] = useQuery({
    query: GridAssignmentsDocument,
    variables: { partition, at: effectiveAt },
    requestPolicy: 'cache-and-network',
  });
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  // Boundaries that came into force bring their posts along.
  const changes = useConnectionStore(({ boundaryChanges }) => boundaryChanges);
  useEffect(() => {
    if (changes > 0) refresh();
  }, [changes, refresh]);
  const [assigning, assignMutation] = useMutation(AssignGridsDocument);
  const [staffing, staffMutation] = useMutation(SetGridStaffDocument);
  const [counting, householdsMutation] = useMutation(SetGridHouseholdsDocument);
  const assignments = data?.gridAssignments;
  const byId = useMemo(
    () => new Map(assignments?.map((assignment) => [assignment.grid.id, assignment])),
    [assignments],
  );

  const report = (problem: CombinedError | undefined): boolean => {
    if (problem) showToast({ text: errorWords(problem), tone: 'danger' });
    return !problem;
  };

  /** Gives grids to a post, null to none; the notice can take it back. */
  const assign = async (
    gridIds: readonly string[],
    kind: AssignedKind,
    post: { id: string; name: string } | null,
  ): Promise<void> => {
    const before = groupFormer(gridIds, byId, kind);
    const send = (ids: readonly string[], postId: string | null) =>
      assignMutation({ input: { gridIds: [...ids], postKind: kind, postId, effectiveAt } });
    const { error: refused } = await send(gridIds, post?.id ?? null);
    if (!report(refused)) return;
    refresh();
    const undo = async (): Promise<void> => {
      for (const [postId, ids] of before) if (!report((await send(ids, postId)).error)) break;
      refresh();
    };
    showToast({
      text: post
        ? t('assign.posts.given', { count: gridIds.length, post: post.name })
        : t('assign.posts.taken', { count: gridIds.length, kind: t(`legend.post.${kind}`) }),
      tone: 'success',
      action: { label: t('assign.undo'), onPress: () => void undo() },
    });
  };

  /** Saves typed counts; false when the server refused, in words. */
  const save = async (edits: Edits, source: string, asOf: string | null): Promise<boolean> => {
    const { staff, households } = toRows(edits);
    const about = { source: source.trim() || null, asOf };
    if (staff.length > 0) {
      const { error: refused } = await staffMutation({ input: { rows: staff, ...about, effectiveAt } });
      if (!report(refused)) return false;
    }
    if (households.length > 0) {
      const { error: refused } = await householdsMutation({ input: { rows: households, ...about } });
      if (!report(refused)) {
        refresh();
        return false;
      }
    }
    refresh();
    showToast({ text: t('assign.staff.saved', { count: Object.keys(edits).length }), tone: 'success' });
    return true;
  };

  return {
    assignments: assignments ?? null,
    byId,
    error: error && !assignments ? error : null,
    isLoading: fetching && !assignments,
    isBusy: assigning.fetching || staffing.fetching || counting.fetching,
    refresh,
    assign,
    save,
  };
}

export type Assignments = ReturnType<typeof useAssignments>;

/** Grids by the post they had. */
function groupFormer(
  gridIds: readonly string[],
  byId: ReadonlyMap<string, AssignmentFragment>,
  kind: AssignedKind,
): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>();
  for (const id of gridIds) {
    const assignment = byId.get(id);
    if (!assignment) continue;
    const postId = getPost(assignment, kind)?.id ?? null;
    groups.set(postId, [...(groups.get(postId) ?? []), id]);
  }
  return groups;
}
