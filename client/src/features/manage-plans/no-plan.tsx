import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { Notice } from '../../ui/notice.js';

/** Stands where a plan would, and shows the way to one. */
export function NoPlan() {
  const { t } = useTranslation();
  const setPanel = useStudioStore((state) => state.setPanel);
  return (
    <Notice
      kind="empty"
      icon="layers"
      title={t('plans.noPlan')}
      action={{ label: t('plans.toList'), onPress: () => setPanel('plans') }}
    >
      {t('plans.noPlanHint')}
    </Notice>
  );
}
