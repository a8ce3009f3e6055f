import { useTranslation } from 'react-i18next';
import type { ScenarioFragment } from '../../graphql/generated/travel/graphql.js';
import { formatDateTime } from '../../i18n/format.js';
import type { PostChange } from '../../state/post-changes.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { ChangeList } from './change-list.js';
import type { Post } from './ghost-posts.js';

interface ConflictDialogProps {
  mine: { name: string; changes: readonly PostChange[] };
  theirs: ScenarioFragment;
  posts: ReadonlyMap<string, Post>;
  isPending: boolean;
  onKeepMine(): void;
  onTakeTheirs(): void;
  onSaveAsNew(): void;
  onClose(): void;
}

/** Somebody else saved the same scenario meanwhile: both, side by side, and a choice that loses neither unseen. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { mine, theirs, posts, isPending, onKeepMine, onTakeTheirs, onSaveAsNew, onClose } = props;
  const { t } = useTranslation();
  const locale = useTimeLocale();
  return (
    <Dialog
      title={t('plan.conflict.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="medium"
      role="alertdialog"
      isDismissable={false}
      footer={
        <>
          <Button onPress={onTakeTheirs} isDisabled={isPending}>
            {t('plan.conflict.takeTheirs')}
          </Button>
          <Button onPress={onKeepMine} isDisabled={isPending}>
            {t('plan.conflict.keepMine')}
          </Button>
          <Button variant="primary" onPress={onSaveAsNew} isPending={isPending}>
            {t('plan.conflict.saveAsNew')}
          </Button>
        </>
      }
    >
      <p>{t('plan.conflict.text', { time: formatDateTime(theirs.updatedAt, locale) })}</p>
      <div className="conflict-sides">
        <section>
          <h3>{t('plan.conflict.mine', { name: mine.name })}</h3>
          <ChangeList changes={mine.changes} posts={posts} />
        </section>
        <section>
          <h3>{t('plan.conflict.theirs', { name: theirs.name, version: theirs.version })}</h3>
          <ChangeList changes={theirs.changes} posts={posts} />
        </section>
      </div>
    </Dialog>
  );
}
