import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverStore } from '../../state/cover-store.js';
import { makeChange } from '../../state/post-changes.js';
import { Button } from '../../ui/button.js';
import type { Post } from './ghost-posts.js';
import { HoursField, type Hours } from './hours-field.js';
import { PlaceField } from './place-field.js';

/** What can be tried with a post there is: another place, other hours, or doing without it. */
export function EditPost({ post, onDone }: { post: Post; onDone(): void }) {
  const { t } = useTranslation();
  const change = useCoverStore((state) => state.change);
  const tried = useCoverStore((state) => state.changes).find(
    ({ action, postId }) => action === 'HOURS' && postId === post.id,
  );
  const { opensAtMinute, closesAtMinute } = tried ?? post;
  const [hours, setHours] = useState<Hours>({
    opensAtMinute: opensAtMinute ?? null,
    closesAtMinute: closesAtMinute ?? null,
  });
  const isSame =
    hours.opensAtMinute === (opensAtMinute ?? null) && hours.closesAtMinute === (closesAtMinute ?? null);
  const apply = (said: Parameters<typeof makeChange>): void => {
    change(makeChange(said[0], { postId: post.id, ...said[1] }));
    onDone();
  };
  return (
    <>
      <p className="cover-hint">{t('plan.edit.drag')}</p>
      <PlaceField
        prompt={t('plan.place.promptMove', { name: post.name })}
        onPick={({ longitude, latitude }) => apply(['MOVE', { longitude, latitude }])}
      />
      <div className="plan-hours">
        <HoursField value={hours} onChange={setHours} />
        <Button isDisabled={isSame} onPress={() => apply(['HOURS', { ...hours }])}>
          {t('plan.edit.applyHours')}
        </Button>
      </div>
      <div className="cover-buttons">
        <Button icon="remove" onPress={() => apply(['CLOSE', {}])}>
          {t('plan.edit.close')}
        </Button>
      </div>
    </>
  );
}
