import { useEffect, useMemo } from 'react';
import { useCoverStore } from '../../state/cover-store.js';
import { makeChange } from '../../state/post-changes.js';
import { useReachStore, type PickedPlace } from '../../state/reach-store.js';
import { isSheetLowered } from '../cover-board/is-sheet-lowered.js';
import { findAdded, getPlace, makeGhosts, type Post } from './ghost-posts.js';

/** Puts a ghost where it was let go: a new post stands there now, one there is would move there. */
function moveGhost(id: string, { longitude, latitude }: PickedPlace): void {
  const { changes, setChanges, change } = useCoverStore.getState();
  const added = findAdded(id);
  if (added === -1) change(makeChange('MOVE', { postId: id, longitude, latitude }));
  else setChanges(changes.map((each, i) => (i === added ? { ...each, longitude, latitude } : each)));
}

/**
 * Shows on the map what the changes do to the posts, and lets them be dragged; the post that is being edited can be
 * dragged before it has moved. `onMoved` hears when that one was.
 */
export function useGhosts(
  posts: ReadonlyMap<string, Post>,
  edited: Post | undefined,
  onMoved: () => void,
): void {
  const changes = useCoverStore((state) => state.changes);
  const ghosts = useMemo(() => {
    const made = makeGhosts(changes, posts);
    const place = edited && getPlace(edited);
    if (!edited || !place || made.some(({ id }) => id === edited.id)) return made;
    const [longitude, latitude] = place;
    const { id, kind, name } = edited;
    return [...made, { id, kind, name, longitude, latitude, change: 'moved' as const }];
  }, [changes, posts, edited]);
  useEffect(() => useReachStore.getState().setHighlights({ ghostPosts: ghosts }), [ghosts]);
  const editedId = edited?.id;
  useEffect(() => {
    const onGhostMoved = (id: string, place: PickedPlace): void => {
      moveGhost(id, place);
      if (id === editedId) onMoved();
    };
    useReachStore.getState().setHighlights({ onGhostMoved });
  }, [editedId, onMoved]);
  useEffect(
    () => () => {
      useReachStore
        .getState()
        .setHighlights({ onGhostMoved: null, ...(!isSheetLowered() && { ghostPosts: [] }) });
    },
    [],
  );
}
