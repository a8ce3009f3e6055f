import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { TextField } from '../../ui/text-field.js';

/** Under which post or role something is recorded; remembered for next time. */
export function AuthorField() {
  const { t } = useTranslation();
  const by = useStudioStore((state) => state.by);
  const setBy = useStudioStore((state) => state.setBy);
  return (
    <TextField
      label={t('plans.author.label')}
      placeholder={t('plans.author.placeholder')}
      description={t('plans.author.hint')}
      value={by}
      onChange={setBy}
      maxLength={40}
      autoComplete="off"
    />
  );
}
