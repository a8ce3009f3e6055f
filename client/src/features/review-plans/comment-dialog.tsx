import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CommentOnPlanDocument } from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/text-area.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import '../cover-board/section.css';
import { AuthorField } from '../manage-plans/author-field.js';
import '../manage-plans/plan-form.css';
import { isInside } from './is-inside.js';

/** Degrees. */
export interface CommentPlace {
  longitude: number;
  latitude: number;
}

interface CommentDialogProps {
  planId: string;
  place: CommentPlace;
  onDone(id: string): void;
  onClose(): void;
}

/** The grid of the plan that a place lies in. */
function findGridAt({ longitude, latitude }: CommentPlace) {
  const { grids, boundaryOf } = useStudioStore.getState();
  for (const grid of grids.values()) {
    const boundary = boundaryOf(grid.id);
    if (boundary && isInside([longitude, latitude], boundary)) return grid;
  }
  return null;
}

/** What there is to say about a place that was just pointed at. */
export function CommentDialog({ planId, place, onDone, onClose }: CommentDialogProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [body, setBody] = useState('');
  const [grid] = useState(() => findGridAt(place));
  const [{ fetching, error }, comment] = useMutation(CommentOnPlanDocument);
  const save = async (): Promise<void> => {
    const { data } = await comment({
      input: {
        planId,
        ...place,
        gridId: grid?.id ?? null,
        body: body.trim(),
        by: useStudioStore.getState().by.trim() || null,
      },
    });
    if (data) onDone(data.commentOnPlan.id);
  };
  return (
    <Dialog
      title={t('review.dialog')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="small"
      isDismissable={false}
      footer={
        <>
          <Button onPress={onClose} isDisabled={fetching}>
            {t('plans.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={body.trim() === ''}
            isPending={fetching}
            data-testid="save-comment"
            onPress={() => void save()}
          >
            {t('review.save')}
          </Button>
        </>
      }
    >
      <div className="plan-form">
        {error && <Banner tone="danger">{errorWords(error)}</Banner>}
        <p className="cover-hint">
          {t(grid ? 'review.inGrid' : 'review.atPlace', {
            grid: grid ? grid.name || grid.code : '',
            place: `${place.longitude.toFixed(5)}, ${place.latitude.toFixed(5)}`,
          })}
        </p>
        <TextArea
          label={t('review.body')}
          placeholder={t('review.placeholder')}
          value={body}
          onChange={setBody}
          maxLength={500}
          rows={4}
          autoFocus
        />
        <AuthorField />
      </div>
    </Dialog>
  );
}
