import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import './comments-panel.css';
import type { NumberedComment } from './number-comments.js';
import { useReviewStore } from './review-store.js';
import { useComments } from './use-comments.js';

/** The comments of the opened plan, each at its place: to be seen while somebody draws, to be pressed while they don't. */
export function CommentPins({ map }: { map: MapLibreMap }) {
  const planId = useStudioStore((state) => state.planId);
  const isReading = useStudioStore((state) => state.panel === 'comments');
  const showsResolved = useReviewStore((state) => state.showsResolved) && isReading;
  const { comments } = useComments(planId);
  return comments
    ?.filter(({ resolvedAt }) => showsResolved || !resolvedAt)
    .map((comment) => <Pin key={comment.id} map={map} comment={comment} />);
}

function Pin({ map, comment }: { map: MapLibreMap; comment: NumberedComment }) {
  const { t } = useTranslation();
  const { id, number, body, longitude, latitude, resolvedAt } = comment;
  const isChosen = useReviewStore((state) => state.chosenId === id);
  // Under a tool that draws, a press is for the border below.
  const isPressable = useStudioStore((state) => state.tool === 'select');
  const box = useRef<HTMLDivElement>(null);
  // Not a Marker of the library: every screen would load it, the wall too.
  useEffect(() => {
    const place = (): void => {
      const { x, y } = map.project([longitude, latitude]);
      const { style } = box.current!;
      style.transform = `translate(-50%, -100%) translate(${x}px, ${y - 5}px)`;
      // Beside another map this one has only a part of the room.
      style.visibility = x < (map.getPadding().left ?? 0) ? 'hidden' : '';
    };
    place();
    map.on('move', place);
    map.on('resize', place);
    return () => {
      map.off('move', place);
      map.off('resize', place);
    };
  }, [map, longitude, latitude]);
  return (
    <div
      ref={box}
      className="comment-pin-place"
      data-inert={!isPressable || undefined}
      data-chosen={isChosen || undefined}
    >
      <button
        type="button"
        className="comment-pin"
        title={body}
        aria-label={t('review.pin', { number, body })}
        data-resolved={resolvedAt ? true : undefined}
        data-chosen={isChosen || undefined}
        onClick={(event) => {
          event.stopPropagation();
          useReviewStore.setState({ chosenId: id });
          useStudioStore.getState().setPanel('comments');
        }}
      >
        <span>{number}</span>
      </button>
    </div>
  );
}
