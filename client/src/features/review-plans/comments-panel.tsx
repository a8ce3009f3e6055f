import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelAsk, pickOnMap } from '../../state/studio-ask.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Switch } from '../../ui/switch.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { NoPlan } from '../manage-plans/no-plan.js';
import { CommentDialog, type CommentPlace } from './comment-dialog.js';
import { CommentRow } from './comment-row.js';
import './comments-panel.css';
import { useReviewStore } from './review-store.js';
import { useComments } from './use-comments.js';

/** What reviewers say about places of the opened plan. */
export function CommentsPanel() {
  const planId = useStudioStore((state) => state.planId);
  return planId === null ? <NoPlan /> : <Comments key={planId} planId={planId} />;
}

function Comments({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { comments, error, refresh } = useComments(planId);
  const showsResolved = useReviewStore((state) => state.showsResolved);
  const [place, setPlace] = useState<CommentPlace | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(
    () => () => {
      cancelAsk();
      useReviewStore.setState({ chosenId: null });
    },
    [],
  );
  const add = async (): Promise<void> => {
    setAsking(true);
    const picked = await pickOnMap(t('review.prompt'));
    setAsking(false);
    if (picked) setPlace(picked);
  };
  const resolved = comments?.filter(({ resolvedAt }) => resolvedAt).length ?? 0;
  const shown = comments?.filter(({ resolvedAt }) => showsResolved || !resolvedAt) ?? [];
  return (
    <div className="comments">
      <div className="comments-head">
        <Button
          variant="primary"
          icon="marker"
          data-testid="add-comment"
          onPress={() => (isAsking ? cancelAsk() : void add())}
        >
          {t(isAsking ? 'review.cancelPick' : 'review.add')}
        </Button>
        {resolved > 0 && (
          <Switch
            isSelected={showsResolved}
            onChange={(next) => useReviewStore.setState({ showsResolved: next })}
          >
            {t('review.showResolved', { count: resolved })}
          </Switch>
        )}
      </div>
      {isAsking && <p className="comments-asking">{t('review.prompt')}</p>}
      {error ? (
        <Notice
          kind="error"
          title={t('review.failed')}
          action={{ label: t('action.retry'), onPress: refresh }}
        >
          {errorWords(error)}
        </Notice>
      ) : !comments ? (
        <Skeleton shape="rows" count={3} label={t('loading')} />
      ) : shown.length === 0 ? (
        <Notice kind="empty" icon="marker" title={t(resolved > 0 ? 'review.allResolved' : 'review.none')}>
          {resolved === 0 && t('review.noneHint')}
        </Notice>
      ) : (
        <ol aria-label={t('review.title')}>
          {shown.map((comment) => (
            <CommentRow key={comment.id} comment={comment} onChange={refresh} />
          ))}
        </ol>
      )}
      {place && (
        <CommentDialog
          planId={planId}
          place={place}
          onClose={() => setPlace(null)}
          onDone={(id) => {
            setPlace(null);
            useReviewStore.setState({ chosenId: id });
            refresh();
          }}
        />
      )}
    </div>
  );
}
