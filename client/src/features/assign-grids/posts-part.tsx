import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { joinWords } from '../explain-reach/join-words.js';
import { showGrids } from '../manage-plans/show-on-map.js';
import { useAssignStore } from './assign-store.js';
import { assignedKinds, getPost, groupByPost, type PostSet } from './assignment.js';
import { ChooseGrids } from './set-many.js';
import { useAssignablePosts } from './use-assignable-posts.js';
import { useSetsOnMap } from './use-assign-on-map.js';
import type { Assignments } from './use-assignments.js';

interface PostsPartProps {
  assignments: readonly AssignmentFragment[];
  state: Assignments;
}

/** Which post answers for which grids: coloured sets on the map, a list of posts, and grids given from one to another. */
export function PostsPart({ assignments, state }: PostsPartProps) {
  const { t } = useTranslation();
  const kind = useAssignStore((store) => store.kind);
  const set = useAssignStore((store) => store.set);
  const selectedIds = useStudioStore(({ selectedGridIds }) => selectedGridIds);
  const posts = useAssignablePosts(kind);
  const sets = useMemo(() => groupByPost(assignments, posts, kind), [assignments, posts, kind]);
  const [hotId, setHotId] = useState<string | null>(null);
  const colours = useSetsOnMap(sets, posts, hotId, kind !== 'LIAISON_STATION');
  useEffect(() => setHotId(null), [kind]);
  const chosen = selectedIds.filter((id) => state.byId.has(id));
  return (
    <>
      <SegmentedControl
        label={t('assign.posts.kind')}
        isFullWidth
        value={kind}
        options={assignedKinds.map((value) => ({ value, label: t(`legend.post.${value}`) }))}
        onChange={(next) => set({ kind: next })}
      />
      <p className="assign-hint">{t(`assign.posts.hint.${kind}`)}</p>
      <ChooseGrids />
      <ul className="assign-posts" aria-label={t('assign.posts.list')}>
        {sets.map((each) => (
          <PostRow
            key={each.post?.id ?? ''}
            set={each}
            colour={colours.get(each.post?.id ?? '') ?? null}
            isHot={hotId === (each.post?.id ?? '')}
            isBusy={state.isBusy}
            chosenCount={
              chosen.filter((id) => {
                const assignment = state.byId.get(id);
                return assignment && (getPost(assignment, kind)?.id ?? null) !== (each.post?.id ?? null);
              }).length
            }
            onShow={() => {
              setHotId(each.post?.id ?? '');
              showGrids(each.assignments.map(({ grid }) => grid.id));
            }}
            onGive={() => void state.assign(chosen, kind, each.post)}
          />
        ))}
      </ul>
    </>
  );
}

interface PostRowProps {
  set: PostSet;
  colour: string | null;
  isHot: boolean;
  isBusy: boolean;
  /** Of the grids chosen on the map, those that would come here. */
  chosenCount: number;
  onShow(): void;
  onGive(): void;
}

function PostRow({ set, colour, isHot, isBusy, chosenCount, onShow, onGive }: PostRowProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const kind = useAssignStore((state) => state.kind);
  const { post, assignments, households, stations } = set;
  // Police areas lie inside one station's land; only a liaison station may reach across.
  const crosses = kind === 'LIAISON_STATION' && post !== null && stations.length > 1;
  const name = post?.name ?? t('assign.posts.without');
  return (
    <li data-hot={isHot || undefined}>
      <button
        type="button"
        className="assign-post"
        aria-pressed={isHot}
        disabled={assignments.length === 0}
        onClick={onShow}
      >
        <span
          className="assign-swatch"
          data-none={!colour || undefined}
          style={colour ? { background: colour } : undefined}
          aria-hidden="true"
        />
        <span className="assign-post-words">
          <b>{name}</b>
          <span>
            {t('assign.posts.holds', {
              count: assignments.length,
              households: formatNumber(households, language),
            })}
            {crosses && ` · ${t('assign.posts.crosses', { stations: joinWords(stations, language) })}`}
          </span>
        </span>
      </button>
      {chosenCount > 0 && (
        <Button
          size="small"
          isDisabled={isBusy}
          onPress={onGive}
          aria-label={t(post ? 'assign.posts.giveTo' : 'assign.posts.takeAll', {
            post: name,
            count: chosenCount,
          })}
        >
          {t(post ? 'assign.posts.give' : 'assign.posts.take', { count: chosenCount })}
        </Button>
      )}
    </li>
  );
}
