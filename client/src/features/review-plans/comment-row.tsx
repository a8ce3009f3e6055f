import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ResolvePlanCommentDocument } from '../../graphql/generated/studio/graphql.js';
import { formatShort } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import type { NumberedComment } from './number-comments.js';
import { useReviewStore } from './review-store.js';

/** A comment: what it says about which place, and whether it is settled. */
export function CommentRow({ comment, onChange }: { comment: NumberedComment; onChange(): void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const { id, number, body, by, at, gridId, longitude, latitude, resolvedAt, resolvedBy } = comment;
  const isChosen = useReviewStore((state) => state.chosenId === id);
  const grid = useStudioStore((state) => (gridId ? state.grids.get(gridId) : undefined));
  const [{ fetching }, resolve] = useMutation(ResolvePlanCommentDocument);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Chosen on the map, it may be out of sight in the list.
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const settle = async (): Promise<void> => {
    const { error } = await resolve({ id, by: useStudioStore.getState().by.trim() || null });
    if (error) showToast({ text: errorWords(error), tone: 'danger' });
    onChange();
  };
  return (
    <li
      ref={row}
      className="comment"
      data-chosen={isChosen || undefined}
      data-resolved={resolvedAt ? true : undefined}
    >
      <button
        type="button"
        className="comment-main"
        aria-current={isChosen}
        onClick={() => {
          useReviewStore.setState({ chosenId: id });
          useViewStore.getState().goTo({ kind: 'point', longitude, latitude, zoom: 16 });
        }}
      >
        <span className="comment-number" aria-hidden="true">
          {resolvedAt ? <Icon name="check" size="small" /> : number}
        </span>
        <span className="comment-words">
          <span className="sr-only">{t('review.number', { number })}</span>
          <span className="comment-body">{body}</span>
          <span className="comment-meta">
            {[by, grid && (grid.name || grid.code), formatShort(at, now, locale)].filter(Boolean).join(' · ')}
          </span>
          {resolvedAt && (
            <span className="comment-meta">
              {t('review.resolvedAt', {
                by: resolvedBy ?? t('review.somebody'),
                time: formatShort(resolvedAt, now, locale),
              })}
            </span>
          )}
        </span>
      </button>
      {!resolvedAt && (
        <Button
          size="small"
          variant="quiet"
          icon="check"
          isPending={fetching}
          aria-label={t('review.resolveOne', { number })}
          onPress={() => void settle()}
        >
          {t('review.resolve')}
        </Button>
      )}
    </li>
  );
}
