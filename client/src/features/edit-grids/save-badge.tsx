import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { Icon, type IconName } from '../../ui/icon.js';

const icons: Record<'saved' | 'saving' | 'offline' | 'held', IconName> = {
  saved: 'done',
  saving: 'refresh',
  offline: 'offline',
  held: 'warning',
};

/** Whether what was drawn is on the server; if not, how much waits in this browser. */
export function SaveBadge() {
  const { t } = useTranslation();
  const save = useStudioStore((state) => state.save);
  const isEditable = useStudioStore((state) => state.plan?.isEditable === true);
  if (save.kind === 'saved' && !isEditable) return null;
  const count = save.kind === 'saved' ? 0 : save.pending;
  return (
    <span className="save-badge" data-save={save.kind} role="status" data-testid="save-state">
      <Icon name={icons[save.kind]} size="small" />
      {t(`studio.save.${save.kind}`, { count })}
    </span>
  );
}
